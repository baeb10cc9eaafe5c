/** Version of the scoring engine, written on every result. It changes whenever the same input could give another number. */
export const ENGINE_VERSION = '1.0.0'
