/** The time of the year that is played, in the institution's time zone (UTC+8): it only moves forward. */
export class DemoClock {
  #now: Date

  constructor(day: string) {
    this.#now = instantOf(day, '08:30')
  }

  now = (): Date => this.#now

  /** To this hour of that day; on the day itself time simply goes on. */
  moveTo(day: string, time = '09:00'): void {
    if (instantOf(day, '23:59') < this.#now) throw new RangeError(`the year cannot go back to ${day}`)
    const then = instantOf(day, time)
    if (then > this.#now) this.#now = then
  }

  /** A moment passes between two acts, so that no two carry the same instant. */
  pass(): void {
    this.#now = new Date(this.#now.getTime() + 1000)
  }
}

const instantOf = (day: string, time: string) => new Date(`${day}T${time}:00+08:00`)
