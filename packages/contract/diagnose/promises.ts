/** How a wave treats the link between a person and an answer. */
export const WAVE_MODES = ['identified', 'confidential', 'anonymous'] as const
export type WaveMode = (typeof WAVE_MODES)[number]

type Promise = {
  readonly name: { readonly zh: string; readonly en: string }
  readonly stored: { readonly zh: readonly string[]; readonly en: readonly string[] }
}

/** The exact words a respondent reads about what is stored. They describe what the program does; change both together. */
export const PROMISES: Readonly<Record<WaveMode, Promise>> = {
  anonymous: {
    name: { zh: '匿名', en: 'Anonymous' },
    stored: {
      zh: [
        '答卷与您本人无法对应，系统的数据库管理员也做不到：您的浏览器先取得一张盲签名的选票，签名时系统看不到选票的号码；交卷时系统只看到选票，看不到是谁的链接。',
        '保存：您的答案、所在层级、所用语言、大约用了几分钟（取整）。不保存：姓名、链接、网络地址、设备信息、交卷的日期和时间。',
        '系统知道哪些链接已经用过，只用于不重复提醒，不向任何人列出名单。',
        '答卷满十份后才打乱顺序成批入库；少于五人的结果、少于十人的文字不显示。',
        '请不要在文字回答中写下能认出您或他人的内容。您的单位若监看网络流量，仍可能看出您何时打开过本页，但看不到内容。',
      ],
      en: [
        'Your answers cannot be joined to you, not even by the administrator of the database: your browser first obtains a blindly signed ballot, whose number the system does not see when signing; when you send it, the system sees the ballot but not whose link it was.',
        'Stored: your answers, your level, the language you used, and roughly how many minutes it took. Not stored: your name, your link, network address, device, the day or time of sending.',
        'The system knows which links were used, only so as not to remind those people again; it lists them to nobody.',
        'Ballots wait until ten have come and are stored in shuffled batches; results of fewer than five people and texts of fewer than ten are not shown.',
        'Please do not write anything that identifies you or somebody else. Whoever watches the network at your workplace could still see when you opened this page, but not what you answered.',
      ],
    },
  },
  confidential: {
    name: { zh: '保密', en: 'Confidential' },
    stored: {
      zh: [
        '系统保存哪份答卷出自哪个链接，任何页面都不显示，只用于核对和更正。数据库管理员在技术上能够查到。',
        '保存：您的答案、所在层级、所用语言、大约用了几分钟、交卷日期、与您链接的对应关系。不保存：网络地址和设备信息。',
        '少于五人的结果、少于十人的文字不显示。',
      ],
      en: [
        'The system stores which sheet came by which link. No page shows it; it serves checking and correction. The administrator of the database could technically look it up.',
        'Stored: your answers, your level, the language, roughly how many minutes it took, the day of sending, and the tie to your link. Not stored: network address and device.',
        'Results of fewer than five people and texts of fewer than ten are not shown.',
      ],
    },
  },
  identified: {
    name: { zh: '实名', en: 'Identified' },
    stored: {
      zh: [
        '这是实名调查：答卷与您的姓名一起保存，负责调查的人员可以看到。',
        '保存：您的姓名、答案、所在层级、所用语言、大约用了几分钟、交卷日期。不保存：网络地址和设备信息。',
      ],
      en: [
        'This survey is not anonymous: your answers are stored with your name, and those who run the survey can see them.',
        'Stored: your name, answers, level, language, roughly how many minutes it took, and the day of sending. Not stored: network address and device.',
      ],
    },
  },
}

/** What is stored where anybody with the link may answer: there are no personal links, so nothing is signed and nobody is reminded. */
export const SHARED_STORED = {
  zh: [
    '公开链接人人相同，不要求登录，系统不知道是谁在作答；您的浏览器为答卷取一个随机号码，只用来避免断网重交时重复计入。',
    '保存：您的答案、您选择的层级、所用语言、大约用了几分钟（取整）。不保存：姓名、网络地址、设备信息、交卷的日期和时间。',
    ...PROMISES.anonymous.stored.zh.slice(3),
  ],
  en: [
    'The open link is the same for everybody and asks nobody to sign in, so the system does not know who answers. Your browser gives the answers a random number, which only keeps them from counting twice when they are sent again after a lost connection.',
    'Stored: your answers, the level you choose, the language you used, and roughly how many minutes it took. Not stored: your name, network address, device, the day or time of sending.',
    ...PROMISES.anonymous.stored.en.slice(3),
  ],
}

/** Added where anybody with the link may answer. */
export const SHARED_LINK = {
  zh: '这是公开链接：任何拿到链接的人都可以作答，层级由您自己选择，系统无法防止重复作答。',
  en: 'This is an open link: whoever has it may answer, you choose your level yourself, and the system cannot prevent anybody from answering twice.',
}

/** Fewer eligible people than this get no key of their own: a ballot of so small a stratum would say too much. */
export const LEAST_FOR_KEY = 10
