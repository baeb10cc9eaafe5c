/** In CI the property tests draw the same cases in every run of the same sources; elsewhere they explore. MILEPOST_SEED sets the draw. */
import fc from 'fast-check'

const given = process.env.MILEPOST_SEED ?? (process.env.CI === 'true' ? '20090301' : undefined)
if (given !== undefined) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(given) })
