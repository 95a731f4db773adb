import fc from 'fast-check';

/**
 * Properties draw the same examples in each run, so that a red run is red for everybody. To look further:
 * POSTMAPPE_PROPERTY_SEED=$RANDOM npm test.
 */
fc.configureGlobal({ seed: Number(process.env.POSTMAPPE_PROPERTY_SEED ?? 20_261_123) });
