const POSTS = [
  { n: 1, x: 96, y: 300, s: 1.25 },
  { n: 2, x: 268, y: 262, s: 1.08 },
  { n: 3, x: 118, y: 222, s: 0.92 },
  { n: 4, x: 240, y: 190, s: 0.78 },
  { n: 5, x: 150, y: 164, s: 0.66 },
  { n: 6, x: 224, y: 143, s: 0.55 },
  { n: 7, x: 172, y: 127, s: 0.46 },
]

/** A road into the hills with seven mileposts: decoration. */
export function RoadPicture() {
  return (
    <svg className="mp-road-picture" viewBox="0 0 360 340" aria-hidden="true" preserveAspectRatio="xMidYMax slice">
      <path d="M0 128c40-34 78-46 120-30 26-34 62-44 100-24 40-22 92-12 140 28v60H0z" fill="#fff" fillOpacity="0.07" />
      <path d="M0 150c60-30 110-34 160-22 60-18 130-14 200 18v194H0z" fill="#fff" fillOpacity="0.07" />
      <path
        d="M196 112c-8 10-40 14-34 28 6 15 64 18 60 42-5 30-104 26-100 66 3 32 60 46 78 92h-96C92 290 40 268 46 234c8-44 128-42 134-66 4-15-44-14-46-30-2-14 34-18 44-26z"
        fill="#06263f"
        fillOpacity="0.5"
      />
      <path
        d="M187 112c-8 10-38 14-34 27 5 15 58 16 54 40-5 30-118 28-114 66 3 30 52 44 66 95"
        fill="none"
        stroke="#fff"
        strokeOpacity="0.75"
        strokeWidth="2.4"
        strokeDasharray="10 12"
      />
      {POSTS.map(({ n, x, y, s }) => (
        <g key={n} transform={`translate(${x} ${y}) scale(${s})`}>
          <path d="M-12 0v-22a12 12 0 0 1 24 0V0z" fill="#fff" />
          <text y="-11" textAnchor="middle" fontSize="16" fontWeight="700" fill="#10598c">
            {n}
          </text>
        </g>
      ))}
    </svg>
  )
}
