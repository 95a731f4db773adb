/**
 * Runs in the page before its own scripts. Measures from the key press in a field to the frame in which the
 * answer to it is painted: the answer is the message of the core that carries the id of the last search.
 */
export function installPaintProbe(): void {
  const probe: PaintProbe = { pressedAt: 0, painted: [], waitingFor: null, asked: false };
  window.paintProbe = probe;
  const afterPaint = (then: () => void) =>
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = then;
      channel.port2.postMessage(0);
    });
  const notePainted = () => void probe.painted.push(performance.now() - probe.pressedAt);
  addEventListener(
    'keydown',
    (event) => {
      probe.pressedAt = event.timeStamp;
      probe.asked = false;
    },
    true,
  );
  // What was searched a moment ago is shown from memory: then nothing is asked, and the next frame counts.
  const noteFromMemory = () => {
    if (!probe.asked) afterPaint(notePainted);
  };
  addEventListener('input', () => setTimeout(noteFromMemory), true);
  const { send } = WebSocket.prototype;
  const watched = new WeakSet<WebSocket>();
  WebSocket.prototype.send = function (data) {
    const asked = /"id":(\d+),"operation":"desk\.searchStudents"/.exec(String(data));
    if (asked) {
      probe.waitingFor = Number(asked[1]);
      probe.asked = true;
    }
    if (!watched.has(this)) {
      watched.add(this);
      this.addEventListener('message', ({ data: answer }) => {
        const answered = /^\{"id":(\d+),/.exec(String(answer));
        if (!answered || Number(answered[1]) !== probe.waitingFor) return;
        probe.waitingFor = null;
        afterPaint(notePainted);
      });
    }
    send.call(this, data);
  };
}

declare global {
  interface Window {
    paintProbe: PaintProbe;
  }
}

/** What the probe keeps in the page. */
export interface PaintProbe {
  pressedAt: number;
  /** Milliseconds from key press to paint, one per answered key. */
  painted: number[];
  /** Id of the search that is under way. */
  waitingFor: number | null;
  /** A search has been asked since the last key. */
  asked: boolean;
}
