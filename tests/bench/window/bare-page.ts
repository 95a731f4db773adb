/** A page with a field that shows eight fixed lines at each key, and the same probe's figures about it. */
export const barePage = `<!doctype html><meta charset="utf-8"><title>floor</title>
<div role="dialog"><input role="combobox" autofocus><div id="hits"></div></div>
<script>
  const probe = { pressedAt: 0, painted: [], waitingFor: null, asked: false };
  window.paintProbe = probe;
  const field = document.querySelector('input');
  const hits = document.querySelector('#hits');
  addEventListener('keydown', (event) => { probe.pressedAt = event.timeStamp; }, true);
  field.addEventListener('input', () => {
    hits.textContent = '';
    for (let line = 0; line < 8; line += 1) {
      const hit = document.createElement('div');
      hit.textContent = field.value + ' ' + line;
      hits.append(hit);
    }
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => probe.painted.push(performance.now() - probe.pressedAt);
      channel.port2.postMessage(0);
    });
  });
  field.focus();
</script>`;
