/**
 * The one refusal table: code -> HTTP status and the sentence in both languages. A sentence says what happened,
 * where, and how to mend it. Details are plain values, so that they can be sent as RFC 9457 problem details.
 */
export type Details = Readonly<Record<string, string | number | boolean | null | readonly string[]>>
type Row = { readonly status: number; readonly zh: (d: Details) => string; readonly en: (d: Details) => string }

export const REFUSALS = {
  // platform
  'not-signed-in': { status: 401, zh: () => '请先登录。', en: () => 'Please sign in first.' },
  'not-permitted': { status: 403, zh: () => '您没有进行此项操作的权限。', en: () => 'You are not permitted to do this.' },
  'not-found': {
    status: 404,
    zh: () => '没有找到该内容，可能已被移除或地址有误。',
    en: () => 'Not found. It may have been removed, or the address is wrong.',
  },
  'input-invalid': {
    status: 422,
    zh: () => '提交的内容有误，请按各项提示修改后重新提交，已填内容不会丢失。',
    en: () => 'Some fields need mending. Correct them as marked and submit again; nothing you entered is lost.',
  },
  'input-too-large': {
    status: 413,
    zh: (d) => `提交的内容超过上限 ${d.limitMb} MB，没有保存。请分批提交。`,
    en: (d) => `What was sent is larger than the limit of ${d.limitMb} MB and was not saved. Send it in parts.`,
  },
  'origin-refused': {
    status: 403,
    zh: () => '请求来自其他网站，已被拒绝。',
    en: () => 'The request came from another site and was refused.',
  },
  'too-busy': {
    status: 503,
    zh: () => '系统正忙，请稍后再试，已保存的内容不受影响。',
    en: () => 'The system is busy. Try again shortly; what was saved is safe.',
  },
  'query-ended': {
    status: 503,
    zh: () => '该查询用时过长，已被终止，数据没有损失。请缩小范围后再试。',
    en: () => 'The query took too long and was ended. No data was lost. Narrow it and try again.',
  },
  'internal-fault': {
    status: 500,
    zh: (d) => `系统内部错误（编号 ${d.reference}），未保存任何更改。请把编号告诉系统管理员。`,
    en: (d) => `Internal fault (reference ${d.reference}). Nothing was changed. Give the reference to your system administrator.`,
  },
  'own-request': {
    status: 403,
    zh: (d) => `这是您本人录入或提出的，不能由您本人同意、退回或复查，没有改动。须由另一人办理（${list(d.who)}）。`,
    en: (d) =>
      `You recorded or asked for this yourself, so you neither grant, decline nor check it; nothing was changed. Somebody else does (${list(d.whoEn)}).`,
  },
  'own-matter': {
    status: 403,
    zh: (d) => `本人事项应当回避，由他人办理（《事业单位人事管理条例》第39条），没有改动。可以办理的：您的上级负责人（${list(d.who)}）。`,
    en: (d) =>
      `In one’s own matter one is recused (Personnel Regulation, Art. 39); nothing was changed. Whoever stands above you does this (${list(d.whoEn)}).`,
  },
  'changed-meanwhile': {
    status: 409,
    zh: () => '内容已被他人修改，请刷新后再改。',
    en: () => 'Somebody else changed this meanwhile. Reload and try again.',
  },

  // files
  'file-too-large': {
    status: 413,
    zh: (d) => `文件超过上限 ${d.limitMb} MB。请拆分后分别导入。`,
    en: (d) => `The file is larger than the limit of ${d.limitMb} MB. Split it and import the parts.`,
  },
  'file-kind-unknown': {
    status: 415,
    zh: (d) => `无法识别的文件“${d.name}”。请使用 .xlsx 或 .csv 文件（可先下载模板）。`,
    en: (d) => `The file “${d.name}” is of an unknown kind. Use .xlsx or .csv (you can download a template first).`,
  },
  'file-damaged': {
    status: 422,
    zh: (d) => `文件“${d.name}”已损坏或不是有效的表格文件，请重新导出后再试。`,
    en: (d) => `The file “${d.name}” is damaged or not a valid table. Export it again and retry.`,
  },
  'file-missing': { status: 422, zh: () => '没有收到文件，请选择要导入的文件。', en: () => 'No file arrived. Choose the file to import.' },
  'file-empty': { status: 422, zh: (d) => `文件“${d.name}”没有数据行。`, en: (d) => `The file “${d.name}” has no data rows.` },
  'column-missing': {
    status: 422,
    zh: (d) => `缺少列：${list(d.columns)}。文件中有：${list(d.found)}。`,
    en: (d) => `Missing columns: ${list(d.columns)}. The file has: ${list(d.found)}.`,
  },
  'column-twice': {
    status: 422,
    zh: (d) => `列出现不止一次：${list(d.columns)}。请只保留一列。文件中有：${list(d.found)}。`,
    en: (d) => `Columns that occur more than once: ${list(d.columns)}. Keep one of each. The file has: ${list(d.found)}.`,
  },
  'unfolds-too-large': {
    status: 413,
    zh: (d) => `文件“${d.name}”展开后超过 ${d.limitMb} MB，没有读取。请检查文件内容，或拆分后分别导入。`,
    en: (d) => `The file “${d.name}” unfolds into more than ${d.limitMb} MB and was not read. Check what is in it, or split it.`,
  },
  'upload-broken': {
    status: 400,
    zh: () => '文件没有完整上传，请重新上传。',
    en: () => 'The upload did not arrive whole. Send it again.',
  },
  'too-many-rows': {
    status: 413,
    zh: (d) => `文件有 ${d.rows} 行，上限为 ${d.limit} 行。请拆分后分别导入。`,
    en: (d) => `The file has ${d.rows} rows; the limit is ${d.limit}. Split it and import the parts.`,
  },

  // institution
  'credentials-wrong': { status: 401, zh: () => '用户名或密码不正确。', en: () => 'User name or password is wrong.' },
  'account-locked': {
    status: 423,
    zh: (d) => `登录失败次数过多，账号已锁定至 ${d.until}。请稍后再试，或联系系统管理员。`,
    en: (d) => `Too many failed attempts. The account is locked until ${d.until}. Wait, or ask your system administrator.`,
  },
  'account-disabled': {
    status: 403,
    zh: () => '账号已停用，请联系系统管理员。',
    en: () => 'The account is disabled. Ask your system administrator.',
  },
  'link-spent': {
    status: 410,
    zh: () => '该链接已使用或已过期，请向系统管理员索取新链接。',
    en: () => 'This link was used or has expired. Ask your system administrator for a new one.',
  },
  'password-weak': {
    status: 422,
    zh: () => '密码至少 10 位，并包含字母、数字、符号中的至少两类，且不得包含用户名。',
    en: () => 'The password needs at least 10 characters, two of letters, digits and symbols, and must not contain the user name.',
  },
  'username-taken': { status: 409, zh: (d) => `用户名“${d.username}”已被使用。`, en: (d) => `The user name “${d.username}” is taken.` },
  'roles-conflict': {
    status: 422,
    zh: (d) => `角色 ${list(d.roles)} 不能由同一账号兼任（三员分立）。`,
    en: (d) => `The roles ${list(d.roles)} may not be held by one account (separation of administrators).`,
  },
  'calendar-year-missing': {
    status: 422,
    zh: (d) => `工作日历没有 ${d.year} 年的数据，无法计算工作日。请先在“工作日历”中录入该年安排。`,
    en: (d) => `The working-day calendar has no data for ${d.year}. Enter that year under “Calendar” first.`,
  },
  'institution-code-taken': {
    status: 409,
    zh: (d) => `单位代码“${d.code}”已被使用。`,
    en: (d) => `The institution code “${d.code}” is taken.`,
  },
  'roles-own': {
    status: 422,
    zh: () => '不能修改本人账号的角色或状态，请由另一位管理员办理。',
    en: () => 'You cannot change the roles or the state of your own account. Ask another administrator.',
  },
  'security-admin-exists': {
    status: 409,
    zh: () => '已有安全管理员，其他角色请由安全管理员授予。',
    en: () => 'There is a security administrator already. Further roles are granted by the security administrator.',
  },
  'cycle-year-taken': { status: 409, zh: (d) => `${d.year} 年已有考核周期。`, en: (d) => `There is already a cycle for ${d.year}.` },
  'cycle-dates-wrong': { status: 422, zh: () => '考核周期的结束日期须晚于开始日期。', en: () => 'A cycle must end after it starts.' },
  'phase-days-wrong': {
    status: 422,
    zh: (d) => `环节日期有 ${d.count} 处不能采用，没有保存，请按各项提示修改。`,
    en: (d) => `${d.count === 1 ? 'One day' : `${d.count} days`} of the phases cannot be taken, so nothing was saved. Mend each as marked.`,
  },
  'cycle-conditions-open': {
    status: 409,
    zh: (d) => `还不能进入“${d.stage}”：${list(d.open)}。请在“考核周期”页按各项提示办理。`,
    en: (d) => `The cycle cannot go on to “${d.stageEn}” yet: ${list(d.openEn)}. See each item and its link under Cycles.`,
  },
  'cycle-step-refused': {
    status: 409,
    zh: (d) => `不能这样变更环节：${d.why}。`,
    en: (d) => `The cycle cannot be moved like this: ${d.whyEn}.`,
  },
  'cycle-not-in-stage': {
    status: 409,
    zh: (d) => `${d.year} 年周期现处于“${d.now}”，此项操作须在“${d.wanted}”环节进行。`,
    en: (d) => `The cycle of ${d.year} stands in “${d.nowEn}”; this can be done in “${d.wantedEn}” only.`,
  },
  'cycle-second-person': {
    status: 403,
    zh: (d) => `这一例外是您本人确认的（${d.what}），须由另一人进入下一环节：请绩效办其他人员在“考核周期”页办理。`,
    en: (d) =>
      `You made this exception yourself (${d.whatEn}); another person has to take the cycle on: ask somebody else of the performance office, under Cycles.`,
  },
  'condition-not-stated': {
    status: 409,
    zh: (d) => `此项不能由您确认，或现在还不能确认：${d.why}。`,
    en: (d) => `You cannot state this, or not yet: ${d.whyEn}.`,
  },
  'hearing-exists': { status: 409, zh: () => '本周期已经发起过征求意见。', en: () => 'The hearing of this cycle has been opened already.' },
  'publish-unheard': {
    status: 422,
    zh: (d) =>
      `${d.kind === 'none' ? '还没有就考核方案征求职工意见' : d.kind === 'open' ? `征求意见到 ${d.lastDay} 为止` : `还有 ${d.unanswered} 条意见没有答复`}。仍要发布的，须写明理由，理由随版本和审计日志留存。`,
    en: (d) =>
      `${d.kind === 'none' ? 'Staff have not been heard on the plan' : d.kind === 'open' ? `The hearing runs until ${d.lastDay}` : `Comments of the hearing without an answer: ${d.unanswered}`}. To publish all the same, say why; the reason stays with the version and in the audit trail.`,
  },
  'hearing-too-short': {
    status: 422,
    zh: (d) => `征求意见不得少于 ${d.fewest} 个工作日。`,
    en: (d) => `The hearing lasts ${d.fewest} working days at least.`,
  },
  'hearing-over': {
    status: 409,
    zh: (d) => `征求意见已于 ${d.lastDay} 结束。`,
    en: (d) => `The hearing ended on ${d.lastDay}.`,
  },
  'cycle-closed': {
    status: 409,
    zh: (d) => `${d.year} 年考核周期已结束，不能再修改。`,
    en: (d) => `The cycle of ${d.year} is closed and can no longer be changed.`,
  },
  'calendar-year-taken': {
    status: 409,
    zh: (d) => `${d.year} 年的工作日历已存在。`,
    en: (d) => `The calendar of ${d.year} is there already.`,
  },
  'demo-only': { status: 403, zh: () => '该功能仅供本机演示使用。', en: () => 'This works only in the demonstration, on this machine.' },
  // diagnose
  'wave-closed': {
    status: 409,
    zh: () => '该轮次已结束，不能再导入答卷。',
    en: () => 'This wave is closed; no more answers can be imported.',
  },
  'wave-not-taking': {
    status: 409,
    zh: (d) => (d.when === 'not-yet' ? `本次调查自 ${d.day} 起开放，请届时再答。` : '本次调查已结束，不再接收答卷。谢谢您的关注。'),
    en: (d) =>
      d.when === 'not-yet'
        ? `This survey opens on ${d.day}. Please come back then.`
        : 'This survey is closed and takes no more answers. Thank you.',
  },
  'invitation-unknown': {
    status: 404,
    zh: () => '链接无效：可能不完整，或已换成新的链接。请重新扫码，或向发放人索取。',
    en: () =>
      'This link is not valid: it may be incomplete or replaced by a newer one. Scan the code again, or ask whoever gave it to you.',
  },
  'invitation-used': {
    status: 409,
    zh: () => '该链接已用过，每人只答一次。谢谢。',
    en: () => 'This link has been used; everybody answers once. Thank you.',
  },
  'ballot-forged': {
    status: 403,
    zh: () => '选票的签名与所选层级不符，答卷没有收下。请用您收到的链接重新打开。',
    en: () => 'The signature of the ballot does not fit the level it names; the answers were not taken. Open the link you received again.',
  },
  'ballot-level-unknown': {
    status: 422,
    zh: () => '本次调查没有所选的层级，答卷没有收下，已填内容不会丢失。请重新打开链接，另选您所在的层级。',
    en: () =>
      'This survey has no such level; the answers were not taken, and nothing you entered is lost. Open the link again and choose your level.',
  },
  'draft-gone': {
    status: 409,
    zh: () => '这份草稿刚刚由他人定稿或放弃，不用再定稿。定稿的版本在“问卷与题库”中。',
    en: () =>
      'Somebody else has just frozen or discarded this draft, so there is nothing left to freeze. A frozen version is listed under “Questionnaires”.',
  },
  'ballot-spent': { status: 409, zh: () => '这张选票已经交过，不能再交。', en: () => 'This ballot was cast already and counts once.' },
  'ballot-way-wrong': {
    status: 409,
    zh: () => '本次调查不接受这种方式的答卷，请用您收到的链接作答。',
    en: () => 'This survey does not take answers in this way. Use the link you received.',
  },
  'questionnaire-file-unknown': {
    status: 422,
    zh: (d) => `“${d.name}”不是能读懂的问卷文件。请导出为 LimeSurvey 的 .lss 或 Qualtrics 的 .qsf，或写成每行一题的表格（.xlsx、.csv）。`,
    en: (d) =>
      `“${d.name}” is not a questionnaire file we can read. Export it as .lss (LimeSurvey) or .qsf (Qualtrics), or write one item a row in a spreadsheet (.xlsx, .csv).`,
  },
  'transcript-file-unknown': {
    status: 415,
    zh: (d) => `“${d.name}”不是能读懂的访谈记录。请使用 Word（.docx）或纯文本（.txt）；老式 .doc 请先另存为 .docx。`,
    en: (d) => `“${d.name}” is not a transcript we can read. Use Word (.docx) or plain text (.txt); save an old .doc as .docx first.`,
  },
  'transcript-without-text': {
    status: 422,
    zh: (d) => `“${d.name}”里没有文字${d.pictures === 0 ? '' : `，只有 ${d.pictures} 张图片（扫描件）`}。请先识别成文字，或直接录入。`,
    en: (d) =>
      `“${d.name}” holds no text${d.pictures === 0 ? '' : `, only ${d.pictures} pictures (a scan)`}. Turn it into text first, or type it in.`,
  },
  'qda-file-unknown': {
    status: 415,
    zh: (d) => `“${d.name}”不是能读懂的 REFI-QDA 文件。请在 NVivo、ATLAS.ti、MAXQDA 或 QualCoder 中导出为 .qdpx（项目）或 .qdc（编码簿）。`,
    en: (d) =>
      `“${d.name}” is not a REFI-QDA file we can read. Export it as .qdpx (project) or .qdc (codebook) from NVivo, ATLAS.ti, MAXQDA or QualCoder.`,
  },
  'consent-missing': {
    status: 409,
    zh: () => '还没有记录受访者的同意，不能保存访谈记录。请先宣读说明并记录同意。',
    en: () => 'Consent is not on record, so no transcript can be kept. Read out the statement and record the answer first.',
  },
  'transcript-coded': {
    status: 409,
    zh: (d) => `这份记录已有 ${d.passages} 处编码，改动文字会使编码错位，没有保存。请先去掉编码再改。`,
    en: (d) =>
      `This transcript carries ${d.passages} coded passages; changing its words would shift them, so nothing was saved. Take the codes off first.`,
  },
  'coder-finished': {
    status: 409,
    zh: () => '您已声明本次访谈编码完成。要改，请先点“继续编码”。',
    en: () => 'You have said that your coding of this interview is finished. Choose “Go on coding” first.',
  },
  'interview-held': {
    status: 409,
    zh: () => '这次访谈已有记录，层级和角色不再更改。',
    en: () => 'This interview has a transcript; its level and role no longer change.',
  },
  'evidence-not-shown': {
    status: 409,
    zh: () => '这一数据人数不足、不予显示或不存在，不能作为证据。请换一项，或等数据增多。',
    en: () => 'This figure rests on too few people to be shown, or does not exist, so it cannot be evidence. Choose another.',
  },
  'judgement-needs-reason': {
    status: 422,
    zh: () => '认定与“三种证据取其二”规则的建议不同，请写明理由。',
    en: () => 'Your judgement differs from what the rule of two streams proposes. Give the reason.',
  },
  'report-without-answers': {
    status: 409,
    zh: () => '本轮还没有答卷，无法生成诊断报告。请先收回或导入答卷。',
    en: () => 'This wave has no answers yet, so there is nothing to report. Collect or import answers first.',
  },
  'export-stands-out': {
    status: 409,
    zh: (d) =>
      `有 ${d.rows} 份答卷按层级${list(d.by) === '' ? '' : `和 ${list(d.by)} `}划分后不足 ${d.least} 份（其中 ${d.unique} 份独一无二），逐份导出会让人认出是谁，没有导出。请不带个人信息导出，看结果页的汇总，或等答卷增多。`,
    en: (d) =>
      `Divided by level${list(d.by) === '' ? '' : ` and ${list(d.by)}`}, ${d.rows} sheets stand in groups of fewer than ${d.least} (${d.unique} of them alone); single rows would tell who they are, so nothing was exported. Leave out what people said about themselves, use the results page, or wait until more have answered.`,
  },
  'stratum-too-small': {
    status: 422,
    zh: (d) => `匿名调查中每一层至少 ${d.least} 人：“${d.name}”只有 ${d.people} 人。请与相近的层合并，或改用保密、实名方式。`,
    en: (d) =>
      `In an anonymous survey every stratum needs at least ${d.least} people: “${d.nameEn}” has ${d.people}. Merge it with one that is near, or choose another mode.`,
  },

  // choose
  'choice-decided': {
    status: 409,
    zh: () => '该方法比较已作出决定，不能再修改。如需重新比较，请新建一份。',
    en: () => 'This comparison has been decided and cannot be changed. Open a new one to compare again.',
  },
  'choice-not-ranked': {
    status: 422,
    zh: (d) => `还不能决定：${list(d.why)}。请补全后再决定。`,
    en: (d) => `This cannot be decided yet: ${list(d.whyEn)}. Complete it first.`,
  },
  'choice-not-decided': {
    status: 409,
    zh: () => '该方法比较还没有作出决定，没有决定书可下载。',
    en: () => 'This comparison has not been decided, so there is no record to download.',
  },
  'judge-has-submitted': {
    status: 409,
    zh: (d) => `${d.name} 已提交判断，不能撤回邀请。请其本人收回后再撤。`,
    en: (d) => `${d.name} has submitted and can no longer be withdrawn. Ask the judge to take the judgements back first.`,
  },
  'judging-submitted': {
    status: 409,
    zh: () => '判断已提交。要修改请先收回。',
    en: () => 'Your judgements are submitted. Take them back before changing them.',
  },
  'judging-empty': {
    status: 422,
    zh: () => '还没有判断任何一对准则。至少判断一对再提交。',
    en: () => 'No pair has been judged yet. Judge at least one before you submit.',
  },

  // design
  'scorecard-exists': {
    status: 409,
    zh: (d) => `${d.year} 年周期已有计分卡，请直接打开修改。`,
    en: (d) => `The ${d.year} cycle already has a scorecard. Open it and edit it.`,
  },
  'scorecard-published': {
    status: 409,
    zh: () => '计分卡已发布，不再更改。需要调整的，请沿用到下一周期后修改。',
    en: () => 'The scorecard has been published and no longer changes. Carry it forward to the next cycle and change it there.',
  },
  'weights-must-total-100': {
    status: 422,
    zh: (d) =>
      `“${d.card}”${d.perspective === null ? '' : `的“${d.perspective}”维度`}权重合计为 ${d.total}%，应为 ${d.wanted}%。请调整权重。`,
    en: (d) =>
      `Weights ${d.perspectiveEn === null ? '' : `under “${d.perspectiveEn}” `}on “${d.cardEn}” total ${d.total} %; they must total ${d.wanted} %. Change the weights.`,
  },
  'measures-not-scoreable': {
    status: 422,
    zh: (d) => `以下指标的评分规则无法计分：${list(d.measures)}。请按检查结果逐项修改。`,
    en: (d) => `These measures cannot be scored: ${list(d.measuresEn ?? d.measures)}. Mend their rules as the checks say.`,
  },
  'code-taken': {
    status: 409,
    zh: (d) => `代码“${d.code}”已被使用，请换一个。`,
    en: (d) => `The code “${d.code}” is taken. Choose another.`,
  },
  'objective-in-use': {
    status: 409,
    zh: (d) => `目标“${d.code}”下还有 ${d.measures} 个指标或发展目标，请先移走或删除。`,
    en: (d) => `Objective “${d.code}” still holds ${d.measures} measures or development goals. Move or remove them first.`,
  },
  'perspective-in-use': {
    status: 409,
    zh: (d) => `维度“${d.code}”下还有目标，请先移走或删除。`,
    en: (d) => `Perspective “${d.code}” still holds objectives. Move or remove them first.`,
  },
  'measure-twice': {
    status: 422,
    zh: (d) => `指标“${d.code}”在同一张卡上出现两次，请合并为一项。`,
    en: (d) => `Measure “${d.code}” stands on the card twice. Merge the two lines.`,
  },
  'measure-unknown': {
    status: 422,
    zh: (d) => `没有找到指标“${d.code}”。请从指标库选择，或先新建该指标。`,
    en: (d) => `There is no measure “${d.code}”. Choose one from the library, or make it first.`,
  },
  'objective-unknown': {
    status: 422,
    zh: () => '所选战略目标不在本计分卡中，请重新选择。',
    en: () => 'The objective chosen is not on this scorecard. Choose again.',
  },
  'parent-unknown': {
    status: 422,
    zh: (d) => `指标“${d.code}”所承接的上级指标不在上级卡上，请重新选择。`,
    en: (d) => `The measure that “${d.code}” serves is not on a card above. Choose again.`,
  },
  'template-unknown': {
    status: 422,
    zh: (d) => `没有代码为“${d.code}”的模板，或该模板不适用于此类对象。`,
    en: (d) => `There is no template “${d.code}”, or it does not fit here.`,
  },
  'card-agreed': {
    status: 409,
    zh: () => '该卡已经确定，不能直接修改。个人计划可提请调整并说明理由；部门卡可申请调整目标。',
    en: () =>
      'The card has been agreed and is not edited. A plan is amended with a reason; on the card of a unit, ask to change the target.',
  },
  'formula-wrong': {
    status: 422,
    zh: (d) => `指标“${d.code}”的计算式有误，没有保存。`,
    en: (d) => `The formula of “${d.code}” is wrong; nothing was saved.`,
  },
  'measure-retired': {
    status: 409,
    zh: (d) => `指标“${d.code}”已停用（${d.reason}），不能再加到卡上。可在指标库中恢复使用。`,
    en: (d) => `“${d.code}” has been retired (${d.reason}) and cannot be put on a card. It can be taken up again in the library.`,
  },
  'card-still-open': {
    status: 409,
    zh: () => '该卡尚未确定，可以直接修改目标，不必申请。',
    en: () => 'The card is not agreed yet: change the target on it, no request is needed.',
  },
  'scheme-has-gaps': {
    status: 422,
    zh: ({ count, names }) => `有 ${count} 处缺口，不能发布：${names}。请按下面的说明补上。`,
    en: ({ count, names }) => `${count} gaps keep it from being published: ${names}. Mend them as said below.`,
  },
  'criteria-being-judged': {
    status: 409,
    zh: ({ judges }) => `已邀请 ${judges} 位评判人，准则不再更改。先撤回邀请，或新建一次比较。`,
    en: ({ judges }) =>
      `${judges} judges have been invited, so the criteria stand. Withdraw the invitations first, or open another comparison.`,
  },
  'weights-not-found': {
    status: 422,
    zh: ({ way, because, codes }) => `${way}还给不出权重：${because}${codes ? `（${codes}）` : ''}。补齐后再采用。`,
    en: ({ wayEn, becauseEn, codes }) =>
      `There are no weights ${wayEn} yet: ${becauseEn}${codes ? ` (${codes})` : ''}. Complete it, then adopt.`,
  },
  'target-unchanged': {
    status: 422,
    zh: () => '新目标与现行目标相同。请填写要改成的数值。',
    en: () => 'The target asked for is the one in force. Give the figures it should change to.',
  },
  'target-change-open': {
    status: 409,
    zh: (d) => `${d.by}对该指标的调整申请尚未决定。请等决定后再申请。`,
    en: (d) => `A request by ${d.by} for this measure is not decided yet. Wait for the decision.`,
  },
  'target-change-own': {
    status: 403,
    zh: () => '申请人不能批准自己的申请，请由另一位领导决定。',
    en: () => 'Whoever asked does not decide. Let another leader decide.',
  },
  'card-exists': {
    status: 409,
    zh: () => '该对象在本周期已有一张卡，请直接打开修改。',
    en: () => 'There is already a card for this holder in this cycle. Open it and edit it.',
  },
  'plan-needs-development-goal': {
    status: 422,
    zh: () => '计划中还没有个人发展目标。请至少填写一项，再提交。',
    en: () => 'The plan has no development goal. Add at least one, then propose it.',
  },
  'plan-not-proposed': {
    status: 409,
    zh: () => '计划尚未提交对方确认，或已被退回修改。',
    en: () => 'The plan has not been proposed, or was given back.',
  },
  'plan-not-agreed': {
    status: 409,
    zh: () => '计划尚未经双方确认，不能记录达成情况。',
    en: () => 'The plan has not been agreed by both sides, so nothing can be recorded on it yet.',
  },
  'plan-amend-too-late': {
    status: 409,
    zh: () => '本周期已进入考核评价，计划不再调整，按已确认的版本考核。',
    en: () => 'The cycle is being appraised: plans no longer change, and everybody is appraised on the version agreed.',
  },
  'plan-amendment-open': {
    status: 409,
    zh: (d) => `${d.by} 已提请调整这份计划，尚未答复。请先同意、不同意或撤回。`,
    en: (d) => `${d.by} has asked to amend this plan and waits for an answer. Agree, decline or withdraw that first.`,
  },
  'plan-amendment-line-kept': {
    status: 409,
    zh: (d) => `指标 ${d.code} 有目标调整记录，不能从计划中去掉。可以把权重改为 0。`,
    en: (d) => `The target of ${d.code} was changed on record, so it cannot be taken off the plan. Give it the weight 0 instead.`,
  },
  'plan-unchanged': {
    status: 409,
    zh: () => '调整后的计划与已确认的计划相同，不需要提请。',
    en: () => 'The amended plan is the same as the agreed one; there is nothing to ask.',
  },
  'plan-own-side': {
    status: 409,
    zh: () => '您这一方已经确认。计划由本人和负责人双方确认，请等待另一方。',
    en: () => 'Your side has agreed already. The person and the head both agree; wait for the other side.',
  },
  // appraise
  'ratings-locked': {
    status: 409,
    zh: () =>
      '已进入等次评定，评分不能再修改，这次没有提交（考核规定第17条：测评核实后集体确定）。确需改的，请绩效办申请重新开启该考核，由考核委员会主任批准。',
    en: () =>
      'Grades are being decided; ratings can no longer be changed, and this one was not handed in (Appraisal rules, Art. 17: assessed and verified first, then decided together). If it has to change, the performance office asks to reopen the appraisal and the chair of the committee allows it.',
  },
  'report-handed-in': {
    status: 409,
    zh: () => '述职已提交。修改后请重新提交，暂存不会改动已提交的内容。',
    en: () => 'The report has been handed in. Hand it in anew to change it; a draft does not touch what was handed in.',
  },
  'rates-oneself': {
    status: 403,
    zh: () =>
      '不能给本人评分：本人事项应当回避（《事业单位人事管理条例》第39条）。您的考核由上级、同事等评分；自己做了什么，请写在“述职”里。',
    en: () =>
      'Nobody rates themselves: one is recused from the own case (Personnel Regulation, Art. 39). Your superior and colleagues rate you; what you have done yourself is told under “My report”.',
  },
  'rater-recused': {
    status: 403,
    zh: () => '您与被评人有已登记的回避关系，不能评分（《事业单位人事管理条例》第39条）。',
    en: () => 'A tie between you and this person is on record, so you may not rate (Personnel Regulation, Art. 39).',
  },
  'rater-left': {
    status: 403,
    zh: (d) =>
      `您已于 ${d.leftOn} 离开本单位，不能再评分（考核规定第38条：由现单位考核，原单位只提供情况）。绩效办可以指定他人代评或经批准不计。`,
    en: (d) =>
      `You left this institution on ${d.leftOn} and can no longer rate (Appraisal rules, Art. 38: the present unit appraises). The office names somebody else, or the rating is waived.`,
  },
  'nominee-not-fit': {
    status: 422,
    zh: (d) =>
      d.because === 'self'
        ? '不能提名被评人本人评分：本人事项应当回避（《事业单位人事管理条例》第39条）。没有保存，请提名其他人。'
        : '被提名人与被评人有已登记的回避关系，不能评分（《事业单位人事管理条例》第39条）。没有保存，请提名其他人。',
    en: (d) =>
      d.because === 'self'
        ? 'Nobody is named to rate themselves: one is recused from the own case (Personnel Regulation, Art. 39). Nothing was saved; name somebody else.'
        : 'A tie between this rater and the person rated is on record, so they may not rate (Personnel Regulation, Art. 39). Nothing was saved; name somebody else.',
  },
  'stand-in-not-fit': {
    status: 422,
    zh: (d) =>
      d.because === 'self'
        ? '不能委托被评人本人代评（《事业单位人事管理条例》第39条），请另选一人。'
        : d.because === 'tied'
          ? '代评人与被评人有应回避的关系（《事业单位人事管理条例》第39条），请另选一人。'
          : d.because === 'below'
            ? '代评人是被评人的下级，不能代上级评分（考核规定第17条），请另选一人。'
            : d.because === 'same'
              ? '代评人就是原评分人，请另选一人（第17条）。'
              : d.because === 'left'
                ? '代评人已离开本单位，请另选一人（第38条）。'
                : '该人员不是被评人的评分上级，无须代评。',
    en: (d) =>
      d.because === 'self'
        ? 'The person rated cannot stand in (Personnel Regulation, Art. 39): choose somebody else.'
        : d.because === 'tied'
          ? 'The one standing in is tied to the person rated and recused (Personnel Regulation, Art. 39): choose somebody else.'
          : d.because === 'below'
            ? 'The one standing in works under the person rated and cannot rate for the superior (Appraisal rules, Art. 17): choose somebody else.'
            : d.because === 'same'
              ? 'The one standing in is the rater who is to be replaced: choose somebody else (Art. 17).'
              : d.because === 'left'
                ? 'The one standing in has left the institution: choose somebody else (Art. 38).'
                : 'This person does not rate as a superior here, so nobody need stand in.',
  },
  'vote-weights-wrong': {
    status: 422,
    zh: (d) => `各组权重合计应为 100%，现为 ${d.total}%。请调整后再开启。`,
    en: (d) => `The weights of the groups must total 100 %; they total ${d.total} %. Change them, then open the vote.`,
  },
  'vote-open-still': {
    status: 409,
    zh: () => '测评尚未结束，结束并计票后才能看结果。',
    en: () => 'The vote is still open; results are there once it has been closed and counted.',
  },
  'vote-batch-known': {
    status: 409,
    zh: (d) => `批次“${d.batch}”已经录入。为免重复计票，没有保存；请换一个批次编号。`,
    en: (d) => `Batch “${d.batch}” was typed in already. So as to count nothing twice it was not saved; give the stack another number.`,
  },
  'void-other-person': {
    status: 403,
    zh: () => '作废须由他人办理：录入人、评分人和被评人本人不能作废（《事业单位人事管理条例》第39条）。',
    en: () => 'Somebody else voids it: neither whoever typed it in, nor the rater, nor the person rated (Personnel Regulation, Art. 39).',
  },
  'void-twice': { status: 409, zh: () => '已经作废，不再计入。', en: () => 'It has been voided already and does not count.' },
  'rules-wrong': {
    status: 422,
    zh: (d) => `规则包有 ${d.count} 处不符合格式，没有保存。请按各项提示修改，已填内容不会丢失。`,
    en: (d) => `The pack has ${d.count} faults and was not saved. Mend each as marked; nothing you entered is lost.`,
  },
  'norm-from-records': {
    status: 409,
    zh: (d) => `“${d.rule}”由系统按记录核对，不登记人工结论，没有保存。结果与实际不符的，请更正有关记录。`,
    en: (d) =>
      `“${d.ruleEn}” is checked from the records, so no finding is written over it; nothing was saved. If it is not so, mend the records.`,
  },
  'rules-looser': {
    status: 422,
    zh: (d) =>
      `规则包有 ${d.count} 处低于国家规定（人社部发〔2023〕6号），没有保存。地方和本单位的规定只能更严，请按各项提示修改，已填内容不会丢失。`,
    en: (d) =>
      `${d.count === 1 ? 'One place of the pack asks' : `${d.count} places of the pack ask`} less than the rules of the state (MOHRSS [2023] No. 6), so nothing was saved. Own rules may only ask more: mend each as marked; nothing you entered is lost.`,
  },
  'rules-too-late': {
    status: 409,
    zh: (d) => `${d.year} 年度已进入考核评价，不能再改变其规则（第17条：考核方案先公布）。请把生效日期定在 ${d.after} 之后。`,
    en: (d) =>
      `${d.year} is being appraised already and its rules no longer change (Art. 17: the plan is published first). Let the pack take effect after ${d.after}.`,
  },
  'remedy-undecided': {
    status: 409,
    zh: () => '该案尚未作出决定，决定后才能送达本人和代理人（事业单位工作人员申诉规定第6条）。',
    en: () => 'It has not been decided yet; the decision is handed to both after that (2014 appeal rules, Art. 6).',
  },
  'other-not-rated': {
    status: 422,
    zh: () => '评价人尚未评价任务完成情况，评价后才能集体研究（第18、26条）。',
    en: () => 'Whoever rates has not said yet whether the tasks were done; the committee decides after that (Art. 18, 26).',
  },
  'missing-step-early': {
    status: 422,
    zh: (d) =>
      `须先在不同日期通知两次并谈话，才能批准免办（考核规定第17、23、44条）：还有 ${d.count} 人未办，${list(d.names)}。系统不会代填。`,
    en: (d) =>
      `Two notices on different days and a talk come first (Appraisal rules, Art. 17, 23, 44); ${d.count} still to do: ${list(d.names)}. Nothing is ever filled in.`,
  },
  'missing-own': {
    status: 403,
    zh: () => '本人事项由其他领导批准（《事业单位人事管理条例》第39条）。',
    en: () => 'What concerns yourself is granted by another leader (Personnel Regulation, Art. 39).',
  },
  'waiver-too-early': {
    status: 422,
    zh: (d) =>
      `须先在不同日期催办两次（已催办 ${d.reminded} 次），或者该评分人已离开，才能批准不计（第17条：测评须核实）。系统不会代填分数。`,
    en: (d) =>
      `A rating is waived only after two reminders on different days (so far ${d.reminded}), or when the rater has left (Appraisal rules, Art. 17). No score is ever filled in.`,
  },
  'no-official-scores': {
    status: 422,
    zh: () => '本周期还没有正式得分。请先在“执行”环节生成正式得分。',
    en: () => 'This cycle has no official scores yet. Run the official scores under “Run” first.',
  },
  'seats-not-computed': {
    status: 422,
    zh: () => '尚未测算优秀名额（第15条）。请先测算名额并提出等次建议。',
    en: () => 'The excellent seats have not been computed (Art. 15). Compute them and propose grades first.',
  },
  'seat-rate-unclear': {
    status: 422,
    zh: (d) =>
      d.because === 'approval-missing'
        ? '提高优秀比例须经主管部门批准，没有测算：请填写批准文件的名称和文号；没有批准的，请选一般情形（考核规定第15条）。'
        : '提高与降低的情形同时存在，须由人决定，没有测算：请只选一种（考核规定第15条）。',
    en: (d) =>
      d.because === 'approval-missing'
        ? 'A raised share needs the approval of the authority, so nothing was computed: name the approving document and its number, or choose the normal share (Appraisal rules, Art. 15).'
        : 'Grounds to raise and to lower the share contradict each other, so nothing was computed (Appraisal rules, Art. 15): choose one.',
  },
  'committee-incomplete': {
    status: 422,
    zh: (d) => `考核委员会组成不符合规定（考核规定第16条）：${list(d.findings)}。没有保存，请改好后再保存。`,
    en: (d) =>
      `The committee is not composed as the rules ask (Appraisal rules, Art. 16): ${list(d.findingsEn)}. Nothing was saved; mend it and save again.`,
  },
  'decision-not-valid': {
    status: 422,
    zh: (d) => `决定有 ${d.count} 处不符合规定（第15、17条），未保存。请按各项提示修改。`,
    en: (d) => `The decision was not saved. Faults found: ${d.count} (Art. 15, 17). Mend each as marked.`,
  },
  'grades-already-decided': {
    status: 409,
    zh: (d) =>
      `本周期等次已由集体研究确定（考核规定第17条）${d.on === undefined ? '' : `：会议日期 ${d.on}，${d.by} 记录`}，不能再次办理，这次没有保存。有差错的，生效前申请重新开启，生效后由委员会更正或经复核、申诉（第36条）。`,
    en: (d) =>
      `The grades of this cycle have been decided collectively (Appraisal rules, Art. 17)${d.on === undefined ? '' : `, on ${d.on}, recorded by ${d.by}`}; nothing was saved now. An error is mended by reopening before the grades are final, after that by correction, review or appeal (Art. 36).`,
  },
  'proposal-changed-meanwhile': {
    status: 409,
    zh: (d) =>
      `此人的建议等次已由${d.by === '' ? '他人' : ` ${d.by} `}改为“${d.zh}”。您的调整没有保存，填写的内容仍在：请对照校准会记录，确需调整的再次提交（第17条：集体研究）。`,
    en: (d) =>
      `The proposal for this person is “${d.en}” by now, changed by ${d.by === '' ? 'somebody else' : d.by}. Yours was not saved and all you typed is still here: compare the minutes, and send it again if it is still meant (Art. 17: decided together).`,
  },
  'calibration-vote': {
    status: 422,
    zh: (d) => `调整须经集体研究、多数同意（第17条）：到会可参加表决 ${d.present} 人，同意 ${d.votesFor} 人、反对 ${d.votesAgainst} 人。`,
    en: (d) =>
      `A change is decided together, by a majority (Art. 17): of ${d.present} who may vote, ${d.votesFor} were for and ${d.votesAgainst} against.`,
  },
  'investigation-open': {
    status: 409,
    zh: () => '该职工已有未结案的立案登记。请先登记结案。',
    en: () => 'There is an open case of this person on record already. Close it first.',
  },
  'investigation-closed': { status: 409, zh: () => '该案已登记结案。', en: () => 'This case has been closed already.' },
  'tie-known': { status: 409, zh: () => '该回避关系已经登记。', en: () => 'This tie is on record already.' },
  'result-not-final': {
    status: 422,
    zh: () => '等次尚未生效。公示期满、异议答复后才能送达结果（第17条）。',
    en: () => 'Grades are not final. Results are served after the notice is over and every objection answered (Art. 17).',
  },
  'result-not-served': {
    status: 422,
    zh: () => '结果尚未书面送达，送达后才能签署意见、申请复核或面谈（第17条）。',
    en: () => 'The result has not been served in writing. Opinion, review and interview come after that (Art. 17).',
  },
  'opinion-signed': {
    status: 409,
    zh: () => '意见已经签署（第17条），不能更改；不服的，可按规定申请复核（第36条）。',
    en: () =>
      'The opinion has been signed (Art. 17) and cannot be changed. Who disagrees may ask for a review where the rules allow (Art. 36).',
  },
  'witnesses-not-fit': {
    status: 422,
    zh: () => '拒签须有两名见证人，且不能是本人或同一人（第17条：结果书面通知、本人签署）。',
    en: () => 'A refusal to sign needs two witnesses, neither the person nor the same one twice (Art. 17).',
  },
  'remedy-not-open': {
    status: 422,
    zh: (d) =>
      d.because === 'grade'
        ? '只有基本合格、不合格可以申请复核、申诉（第36条）。对其他结果可在公示期提出异议。'
        : d.because === 'order'
          ? '须先经上一程序作出决定，才能提出（第36条）。'
          : `提出期限至 ${d.due}，已经超过（第36条）。`,
    en: (d) =>
      d.because === 'grade'
        ? 'Only basic and unqualified open the way of review and appeal (Art. 36); other results can be objected to during the notice.'
        : d.because === 'order'
          ? 'The step before has to be decided first (Art. 36).'
          : `It had to be filed by ${d.due} (Art. 36).`,
  },
  'remedy-filed': { status: 409, zh: () => '该程序已经提出过一次（第36条）。', en: () => 'This remedy has been filed already (Art. 36).' },
  'remedy-decided': { status: 409, zh: () => '该案已经作出决定。', en: () => 'This case has been decided already.' },
  'remedy-heavier': {
    status: 422,
    zh: () => '复核、申诉的决定不得使结果更重（事业单位工作人员申诉规定第5条）。',
    en: () => 'A review or appeal never ends worse than before (2014 appeal rules, Art. 5).',
  },
  'remedy-changes-nothing': {
    status: 422,
    zh: () => '选择“变更”的，应改为比现在更高的等次；等次不变的选择“维持”（事业单位工作人员申诉规定第5条：不得加重）。',
    en: () =>
      'A change is to a higher grade than the present one; where it stays, the decision is “upheld” (2014 appeal rules, Art. 5: never worse).',
  },
  'panel-not-fit': {
    status: 422,
    zh: (d) =>
      `审理人员应为单数且不少于 ${d.least} 人，不得有本人或应回避的人员（《事业单位人事管理条例》第39条）。原决定由您记录的，不能只由一人审理。`,
    en: (d) =>
      `The panel is an odd number of at least ${d.least}, without the person and anybody tied to them (Personnel Regulation, Art. 39). Where you recorded the first decision, one alone does not judge it.`,
  },
  'seats-all-taken': {
    status: 422,
    zh: (d) => `优秀名额 ${d.seats} 个已全部使用，不能再确定优秀（第15条）。`,
    en: (d) => `All ${d.seats} excellent seats are taken (Art. 15).`,
  },
  'late-grade-not-open': {
    status: 422,
    zh: () => '只有立案期间未定等次、现已结案的人员可以补定等次（第42条）。',
    en: () => 'A grade is supplied later only where a case was open then and is closed now (Art. 42).',
  },
  'interview-plan-missing': {
    status: 422,
    zh: () => '基本合格、不合格的面谈应当有改进计划和期限（第30、31条）。',
    en: () => 'After basic or unqualified the interview ends with an improvement plan and a day (Art. 30, 31).',
  },
  'nothing-decided': {
    status: 422,
    zh: () => '等次尚未集体确定，不能公示（第17条）。',
    en: () => 'No grades have been decided, so there is nothing to post (Art. 17).',
  },
  'second-level-missing': {
    status: 422,
    zh: (d) => `公示前，优秀、基本合格、不合格须经上一级确认；还有 ${d.count} 人未确认：${list(d.names)}。请在“上一级确认”页办理。`,
    en: (d) =>
      `Before the notice the second level confirms excellent, basic and unqualified grades; ${d.count} are not confirmed yet: ${list(d.names)}. See “Second level”.`,
  },
  'not-second-level': {
    status: 403,
    zh: () => '只有被考核人直接上级的上一级可以确认，且只确认一次；已确认、已退回或不需确认的不能再办理。',
    en: () => 'Only the one above the superior confirms, and once; what is confirmed, sent back or needs no look is not confirmed again.',
  },
  'returned-once': {
    status: 409,
    zh: (d) => `只能退回一次，且须在集体决定之前：${list(d.names)}。决定之后请申请重新开启。`,
    en: (d) => `A grade is sent back once, and before the committee decides: ${list(d.names)}. After that, ask to reopen it.`,
  },
  'reopened-undecided': {
    status: 422,
    zh: (d) => `重新开启的考核尚未再次集体决定：${list(d.names)}。请先评分、测算名额并决定（第17条）。`,
    en: (d) => `Reopened appraisals have not been decided again: ${list(d.names)}. Rate, compute the seats and decide first (Art. 17).`,
  },
  'void-not-left': {
    status: 422,
    zh: () => '该职工没有离开，不能以离开为由作废其考核。',
    en: () => 'This person has not left, so the appraisal is not voided for leaving.',
  },
  'reopening-asked': {
    status: 409,
    zh: () => '该考核已有一份重新开启申请等待答复。',
    en: () => 'A request to reopen this appraisal is waiting for an answer already.',
  },
  'reopening-not-needed': {
    status: 422,
    zh: () => '该考核的评分尚未锁定，可以直接修改，无需重新开启。',
    en: () => 'The ratings of this appraisal are not locked: change them, there is nothing to reopen.',
  },
  'reopening-after-final': {
    status: 409,
    zh: () => '等次已经生效，不能重新开启。确有错误的，由考核委员会更正；本人有异议的，申请复核（第36条）。',
    en: () =>
      'The grade is final and cannot be reopened. An error is corrected by the committee; the person may ask for a review (Art. 36).',
  },
  'reopening-other-person': {
    status: 403,
    zh: () => '重新开启须由另一人批准：考核委员会主任，且不是申请人或被考核人本人（《事业单位人事管理条例》第39条）。',
    en: () =>
      'A reopening is allowed by somebody else: the chair of the committee, who is neither the one who asked nor the person appraised (Personnel Regulation, Art. 39).',
  },
  'correction-before-final': {
    status: 409,
    zh: () => '等次尚未生效（第17条：公示期满后生效），请申请重新开启，而不是更正。',
    en: () => 'The grade is not final yet (Art. 17): ask to reopen it instead of correcting it.',
  },
  'correction-changes-nothing': { status: 422, zh: () => '更正后的等次与原等次相同。', en: () => 'The corrected grade is the one it has.' },
  'notice-exists': {
    status: 409,
    zh: () => '本周期已经发布过公示（第17条）。',
    en: () => 'The notice of this cycle has been posted already (Art. 17).',
  },
  'notice-too-short': {
    status: 422,
    zh: (d) => `公示不得少于 ${d.least} 个工作日，不能缩短为 ${d.days} 个，没有发布（考核规定第17条）。请按 ${d.least} 个工作日以上发布。`,
    en: (d) =>
      `The notice runs for at least ${d.least} working days and cannot be cut to ${d.days}, so it was not posted (Appraisal rules, Art. 17). Post it for ${d.least} or more.`,
  },
  'notice-closed': { status: 409, zh: () => '该公示已经结束（第17条）。', en: () => 'This notice has been closed already (Art. 17).' },
  'notice-not-over': {
    status: 422,
    zh: (d) => `公示至 ${d.lastDay} 24:00 期满，期满后才能结束（第17条）。`,
    en: (d) => `The notice runs to the end of ${d.lastDay}; it can be closed after that (Art. 17).`,
  },
  'notice-over': {
    status: 409,
    zh: () => '公示已期满，不能再提出异议（第17条）。基本合格、不合格的，送达后可以申请复核（第36条）。',
    en: () =>
      'The notice is over; objections can no longer be raised (Art. 17). Basic and unqualified may be reviewed after service (Art. 36).',
  },
  'objections-unanswered': {
    status: 422,
    zh: (d) => `还有 ${d.count} 条异议未答复，答复后才能结束公示（第17条）。`,
    en: (d) => `Objections still to be answered: ${d.count}. The notice can be closed after that (Art. 17).`,
  },
  'own-objection': {
    status: 403,
    zh: () => '这是您本人提出的异议，须由他人答复（《事业单位人事管理条例》第39条）。',
    en: () => 'You raised this objection yourself; somebody else has to answer it (Personnel Regulation, Art. 39).',
  },
  'nothing-to-restate': {
    status: 404,
    zh: () => '最近一次正式计分没有用到这个值。请核对指标、部门和期间。',
    en: () => 'The newest official run took up no such value. Check measure, unit and period.',
  },
  'line-not-on-ticket': {
    status: 404,
    zh: () => '说明单上没有这一行，可能已重新计分。请刷新后再提。',
    en: () => 'The ticket has no such line; it may have been scored again. Reload and raise it there.',
  },
  'objection-answered': { status: 409, zh: () => '该异议已经答复。', en: () => 'This objection has been answered already.' },

  // run
  'period-closed': {
    status: 409,
    zh: (d) => `期间 ${d.period} 已关闭，不能再修改数据。需要更正的，请先重新打开该期间并说明理由。`,
    en: (d) => `The period ${d.period} is closed and takes no more values. To correct something, open it again and give the reason.`,
  },
  'period-open': { status: 409, zh: (d) => `期间 ${d.period} 尚未关闭。`, en: (d) => `The period ${d.period} is open.` },
  'period-not-over': {
    status: 409,
    zh: (d) => `期间 ${d.period} 到 ${d.endsOn} 才结束，之后方可关闭。`,
    en: (d) => `The period ${d.period} runs until ${d.endsOn}; it can be closed after that day.`,
  },
  'period-has-gaps': {
    status: 409,
    zh: (d) => `期间 ${d.period} 还有 ${d.gaps} 项应报未报：${list(d.measures)}。请补报、申请不适用，或逐项说明理由后再关闭。`,
    en: (d) =>
      `The period ${d.period} still lacks ${d.gaps} values due: ${list(d.measures)}. Report them, have them granted as not applicable, or give a reason for each.`,
  },
  'period-has-requests': {
    status: 409,
    zh: (d) => `期间 ${d.period} 还有 ${d.count} 项不适用申请没有答复：${list(d.measures)}。请先同意或退回，或逐项写明为何不予答复。`,
    en: (d) =>
      `In the period ${d.period} ${d.count === 1 ? 'one request' : `${d.count} requests`} for not-applicable ${d.count === 1 ? 'has' : 'have'} no answer: ${list(d.measures)}. Grant or decline them, or give each its own reason for leaving it.`,
  },
  'due-before-period': {
    status: 422,
    zh: (d) => `期间 ${d.period} 的截止日期不能早于其开始日期 ${d.startsOn}。`,
    en: (d) => `The period ${d.period} cannot be due before it begins on ${d.startsOn}.`,
  },
  'value-implausible': {
    status: 409,
    zh: (d) => `数值可疑，尚未保存：${list(d.why)}。核对无误的，请勾选确认并写明依据后保存。`,
    en: (d) => `The figure is doubtful and was not saved: ${list(d.whyEn)}. If it is right, confirm it and say on what grounds.`,
  },
  'value-changed-meanwhile': {
    status: 409,
    zh: (d) => `该数据已由 ${d.by} 更正到第 ${d.revision} 次修订（${d.now}），您的更正尚未保存。请对照后决定。`,
    en: (d) =>
      `${d.by} has changed this value to revision ${d.revision} (${d.now}) meanwhile; yours was not saved. Compare the two and decide.`,
  },
  'value-checked-by-recorder': {
    status: 403,
    zh: () => '录入人不能核验、退回自己录入的数据，没有改动。请由绩效办其他人、对象所在部门的负责人、单位领导或纪检核验。',
    en: () =>
      'Whoever recorded a value neither verifies nor returns it, so nothing was changed. Somebody else of the performance office, the head of the unit it is about, a leader or discipline inspection verifies it.',
  },
  'value-about-oneself': {
    status: 403,
    zh: () => '本人不能核验、退回关于自己的数据，没有改动。请由上级负责人、绩效办、单位领导或纪检核验。',
    en: () =>
      'Nobody verifies or returns a value about themselves, so nothing was changed. The head above, the performance office, a leader or discipline inspection verifies it.',
  },
  'value-of-another-unit': {
    status: 403,
    zh: () => '部门负责人只办理本部门和本部门人员的数据，没有改动。其他部门的请由该部门负责人、绩效办、单位领导或纪检办理。',
    en: () =>
      'A unit head deals with the values of the own unit and its people, so nothing was changed. For others the head of that unit, the performance office, a leader or discipline inspection does.',
  },
  'bonus-beyond-item': {
    status: 422,
    zh: (d) => `“${d.item}”每次最多 ${d.most} 分，正负须一致。`,
    en: (d) => `“${d.item}” is at most ${d.most} points an occasion, with the same sign.`,
  },
  'bonus-entered-already': {
    status: 409,
    zh: (d) => `同一张卡已按同一依据登记过“${d.item}”（${d.by}），一事不重复加减分。`,
    en: (d) => `“${d.item}” was entered for this card on the same evidence by ${d.by}; nothing counts twice.`,
  },
  'bonus-decided': {
    status: 409,
    zh: () => '该项已有决定；已同意的只能写明理由撤销。',
    en: () => 'This has been decided; what was granted can only be revoked, with a reason.',
  },
  'value-computed': {
    status: 409,
    zh: (d) => `${d.code} 按公式 ${d.formula} 计算，不用填报；请填报或更正其组成指标。`,
    en: (d) => `${d.code} is computed as ${d.formula} and is not entered; enter or correct the measures it is made of.`,
  },
  'red-line-checked': { status: 409, zh: () => '该措施已经复查。', en: () => 'This action has been checked already.' },
  'red-line-early': {
    status: 409,
    zh: (d) => `措施期限为 ${d.dueOn}，到期后再复查。`,
    en: (d) => `The action runs until ${d.dueOn}; check it after that.`,
  },
  'review-closed': {
    status: 409,
    zh: () => '会议已结束，纪要不再更改。',
    en: () => 'The meeting is closed; its minutes no longer change.',
  },
  'review-undecided': {
    status: 409,
    zh: (d) => `还有 ${d.count} 项议题没有结论：${list(d.subjects)}。`,
    en: (d) => `${d.count} items have no decision yet: ${list(d.subjectsEn)}.`,
  },
  'value-not-asked': {
    status: 409,
    zh: () => '该项没有待同意的“不适用”申请，可能已被处理。',
    en: () => 'There is no request for “not applicable” here; it may have been decided already.',
  },
  'value-not-in-force': {
    status: 409,
    zh: () => '该数据已有新的修订，请刷新后再处理。',
    en: () => 'This value has a newer revision. Reload and try again.',
  },
  'mapping-wrong': {
    status: 422,
    zh: (d) => `按列对应中有误：${list(d.problems)}。`,
    en: (d) => `The mapping of columns is wrong: ${list(d.problems)}.`,
  },
  'inspections-none': {
    status: 409,
    zh: (d) => `期间 ${d.period} 没有检测记录，请先导入。`,
    en: (d) => `There are no inspection records for ${d.period}. Import them first.`,
  },
  'survey-index-missing': {
    status: 409,
    zh: () => '该轮次没有可用的指数：所选题项无人作答，或作答人数太少。',
    en: () => 'This wave gives no index: nobody answered the items chosen, or too few did.',
  },
  'evidence-refused': {
    status: 422,
    zh: (d) =>
      `“${d.name}”不能作为证据保存：只接收内容与扩展名一致、不带宏的 PDF、PNG、JPG、DOCX、XLSX（考核规定第46条：考核材料须真实）。没有保存任何内容。`,
    en: (d) =>
      `“${d.name}” cannot be kept as evidence: only PDF, PNG, JPG, DOCX and XLSX whose content is what the name says, without macros (Appraisal rules, Art. 46: material is genuine). Nothing was kept.`,
  },
  'evidence-known': {
    status: 409,
    zh: () => '同一文件已经附在该事件上，不重复保存（考核规定第46条）。',
    en: () => 'The same file is attached to this incident already and is not kept twice (Appraisal rules, Art. 46).',
  },
  'initiative-settled': { status: 409, zh: () => '该举措已经有结论。', en: () => 'This initiative has been settled already.' },
  'cycle-on-hold': {
    status: 409,
    zh: (d) => `${d.year} 年度周期${d.hold === 'paused' ? '已暂停，恢复后才能办理' : '已取消，不能再办理'}。`,
    en: (d) => `The cycle ${d.year} is ${d.hold === 'paused' ? 'paused: resume it first' : 'cancelled and takes nothing more'}.`,
  },
  'cycle-hold-not-open': {
    status: 409,
    zh: () => '当前状态不能暂停、恢复或取消：草稿阶段不必暂停，等次决定之后不能取消，已结束或已取消的不能恢复。',
    en: () =>
      'It cannot be paused, resumed or cancelled as it stands: a draft needs no pause, after grades are decided nothing is cancelled, and what is closed or cancelled is not resumed.',
  },
  'check-in-day-wrong': {
    status: 422,
    zh: (d) => `日期 ${d.heldOn} 晚于今天，或不在任何考核周期内，没有保存，请核对。`,
    en: (d) => `The day ${d.heldOn} lies in the future or in no cycle, so nothing was saved. Check it.`,
  },
  'check-in-needs-person': {
    status: 409,
    zh: () => '您的账号没有对应人员，不能以负责人身份记录过程辅导。',
    en: () => 'Your account belongs to no person, so it cannot record a check-in as a head.',
  },
  'mid-year-none': {
    status: 409,
    zh: (d) => `${d.year} 年度没有设年中回顾；绩效办可在考核周期里填上截止日期。`,
    en: (d) => `The cycle of ${d.year} has no mid-year review. The performance office can give it a due day under Cycles.`,
  },
  'mid-year-early': {
    status: 422,
    zh: (d) => `年中回顾从 ${d.opensOn} 起办理，谈话日期 ${d.heldOn} 过早；请改为一般辅导，或更正日期。`,
    en: (d) => `Mid-year reviews are held from ${d.opensOn} on; ${d.heldOn} is too early. Record a check-in instead, or correct the day.`,
  },
  'mid-year-held': {
    status: 409,
    zh: (d) => `此人 ${d.year} 年度的年中回顾已在 ${d.heldOn} 办过；要补充的请记录一次辅导。`,
    en: (d) => `The mid-year review of ${d.year} was held on ${d.heldOn}. Record a check-in for what is to be added.`,
  },
  'incident-read': {
    status: 409,
    zh: () => '本人已阅并确认这条关键事件，不再增改、附证据，没有保存。新的情况请另记一条。',
    en: () =>
      'The person has read and confirmed this incident, so nothing more is added to it, and nothing was saved. Record another one for what is new.',
  },
  'check-in-confirmed': { status: 409, zh: () => '该次过程辅导已经确认。', en: () => 'This check-in has been confirmed already.' },
  'run-needs-published-scorecard': {
    status: 409,
    zh: (d) => `${d.year} 年的计分卡尚未发布，不能正式计分。`,
    en: (d) => `The scorecard of ${d.year} has not been published, so official scores cannot be run.`,
  },
  'run-needs-closed-periods': {
    status: 409,
    zh: (d) => `以下期间尚未关闭，不能正式计分：${list(d.periods)}。请先关闭各期间。`,
    en: (d) => `These periods are still open: ${list(d.periods)}. Close them before running official scores.`,
  },
  'run-needs-agreed-plans': {
    status: 409,
    zh: (d) =>
      `有 ${d.count} 份个人计划未经双方确认，不能据以考核：${list(d.people)}。请双方确认，或由领导在“绩效计划一览”中逐人决定不计分并说明理由。`,
    en: (d) =>
      `${d.count} plans were never agreed by both sides, and nobody is appraised on what was not agreed: ${list(d.people)}. Agree them, or let a leader decide by name, under Plans, that they are not scored, with the reason.`,
  },
  'run-needs-reason': {
    status: 422,
    zh: () => '本周期已有正式得分。重新计分请写明理由，各项变动将逐一列出。',
    en: () => 'Official scores exist already. Give the reason for running them again; every change will be listed.',
  },
  // reward
  'pool-approved': {
    status: 409,
    zh: () => '该绩效工资池已批准，不再更改。需要调整的，请在本周期新建一个池，从预留或追加额中分配。',
    en: () =>
      'The pool has been approved and no longer changes. Make another pool of the cycle and share out the reserve or what was added.',
  },
  'pool-open': {
    status: 409,
    zh: (d) => `本周期的“${d.name}”尚未批准，请先完成它，再新建。`,
    en: (d) => `“${d.nameEn}” of this cycle has not been approved. Finish it before making another.`,
  },
  'pay-factors-not-fit': {
    status: 422,
    zh: (d) => `系数不符合规则，未计算：${list(d.findings)}。请修改后再算。`,
    en: (d) => `The factors do not fit and nothing was computed: ${list(d.findingsEn)}. Change them and compute again.`,
  },
  'pay-not-computable': {
    status: 422,
    zh: (d) => `无法分配：${d.zh}。请补全数据或系数后再算。`,
    en: (d) => `The pool cannot be shared out. ${d.en}. Complete the data or the factors and compute again.`,
  },
  'nobody-appraised': {
    status: 422,
    zh: () =>
      '本周期还没有年度考核，没有可分配的人员。依往年结果的试算不是本年数额，不能计算留存、签署或发放。请先在“考核”环节建立年度考核。',
    en: () =>
      'This cycle has no appraisals, so there is nobody to share the pool among. A trial on the results of an earlier year is not this year’s pay: it can be neither computed and kept, nor signed, nor paid. Open the appraisals first.',
  },
  'pool-not-computed': {
    status: 422,
    zh: () => '该池还没有计算结果，请先计算。',
    en: () => 'The pool has not been computed. Compute it first.',
  },
  'pool-changed-since': {
    status: 409,
    zh: () => '上次计算之后，总额、系数、等次或得分已有变化。请重新计算，核对后再批准。',
    en: () => 'The amount, factors, grades or scores have changed since the last computation. Compute again and check before approving.',
  },
  'pay-rules-not-published': {
    status: 409,
    zh: () => '该池的系数与已公布的系数表不一致（或尚未公布）。请先公布系数表，再签署。',
    en: () => 'The factors of this pool are not the published ones, or none have been published. Publish them first, then sign.',
  },
  'pay-rules-same': {
    status: 409,
    zh: (d) => `系数与已公布的第 ${d.version} 版相同，无需再次公布。`,
    en: (d) => `The factors are those of published version ${d.version}; there is nothing to publish.`,
  },
  'signed-already': {
    status: 409,
    zh: (d) => `您已签署第 ${d.no} 次计算结果，还需其他领导签署。`,
    en: (d) => `You have signed computation ${d.no}. The other signatures must come from other leaders.`,
  },
  'proposal-unknown': {
    status: 409,
    zh: () => '该结果没有这项建议，可能等次已变更。请刷新后重试。',
    en: () => 'The result has no such proposal; the grade may have changed. Reload and try again.',
  },
  'consequence-too-early': {
    status: 409,
    zh: () => '等次尚未生效，不能办理结果运用。',
    en: () => 'The grade is not final, so nothing may be carried out yet.',
  },
  'recognition-withdrawn': {
    status: 409,
    zh: () => '该项表彰已撤销。',
    en: () => 'This recognition has been withdrawn already.',
  },
  'grades-not-final': {
    status: 422,
    zh: (d) => `还有 ${d.open} 人（共 ${d.people} 人）的等次未生效，公示期满并结束公示后才能批准分配。`,
    en: (d) => `The grades of ${d.open} of ${d.people} people are not final. The pool can be approved after the notice has been closed.`,
  },
  'correction-changed-since': {
    status: 409,
    zh: () => '更正内容在查看之后又有变化，请重新打开后再批准。',
    en: () => 'The correction has changed since it was looked at. Open it again and approve what it shows now.',
  },
  'nothing-to-correct': {
    status: 409,
    zh: () => '上次批准或处理之后依据没有变化，没有需要处理的差额。',
    en: () => 'No input has changed since the last approval or settlement. There is nothing to settle.',
  },
  'reserve-too-small': {
    status: 409,
    zh: (d) => `不能补发：${d.zh}。请先报批追加额度，再在批准时填写追加金额和批复文号。`,
    en: (d) => `The difference cannot be paid. ${d.en}. Have more approved, then enter the added amount and its paper when you approve.`,
  },
  'pool-not-approved': {
    status: 409,
    zh: () => '分配结果尚未批准（签署未满），不能导出发放表。',
    en: () => 'The result has not been approved by all who must sign, so there is no payroll list yet.',
  },
  // open
  'nothing-to-publish': {
    status: 422,
    zh: () => '本周期还没有正式得分或已发布的计分卡，不能生成公开快照。',
    en: () => 'This cycle has no official scores or no published scorecard, so there is nothing to publish.',
  },
  'publication-not-draft': {
    status: 409,
    zh: () => '只有草稿可以发布；已发布的内容不能改写，更正请生成新一版。',
    en: () => 'Only a draft can be published. What is published is never rewritten: prepare a new revision to correct it.',
  },
  'snapshot-tampered': {
    status: 409,
    zh: () => '该版快照与留存的指纹不符，内容可能被改动，已停止显示和发布。请用备份核对，并由审计管理员检查。',
    en: () =>
      'The snapshot does not match its fingerprint: it may have been altered. It is neither shown nor published. Compare it with a backup and ask the audit administrator.',
  },
  'publication-ends-before': {
    status: 422,
    zh: (d) => `截止日期 ${d.endsOn} 早于今天，发布后不会有人看到。请另选日期，或留空。`,
    en: (d) => `The last day ${d.endsOn} is over already, so nobody would read it. Choose another day or leave it empty.`,
  },
  'institution-is-here': {
    status: 409,
    zh: (d) => `编码 ${d.code} 是本系统内的单位，其发布会自动列出，不必收录。请换一个编码。`,
    en: (d) => `${d.code} is an institution of this installation and is listed by itself. Use another code.`,
  },
  'no-wave-to-follow': {
    status: 409,
    zh: () => '还没有已结束的诊断轮次，无法按上一轮开启。请先在“诊断”环节开展第一轮。',
    en: () => 'No wave of the diagnosis has been closed, so there is none to follow. Run the first one in the diagnosis room.',
  },
  'wave-still-open': {
    status: 409,
    zh: (d) => `“${d.name}”还没有结束，结束后再开启下一轮。`,
    en: (d) => `“${d.name}” is still open. Close it before the next one is opened.`,
  },
  'feedback-full': {
    status: 429,
    zh: () => '留言较多，暂时不能接收，请稍后再试，或直接联系页面上的办公室。',
    en: () => 'Many messages have come in and no more can be taken just now. Try later, or use the contact on the page.',
  },
  'feedback-answered': {
    status: 409,
    zh: () => '该留言已有答复。',
    en: () => 'This message has been answered already.',
  },
  'notice-not-newest': {
    status: 409,
    zh: () => '告知书已有新版，请刷新后阅读新版再确认。',
    en: () => 'There is a newer version of the notice. Reload, read it and confirm that one.',
  },
  'notice-same': {
    status: 409,
    zh: (d) => `内容与第 ${d.version} 版相同，无需重新发布。`,
    en: (d) => `This is what version ${d.version} says; there is nothing to publish.`,
  },
  'purge-changed': {
    status: 409,
    zh: (d) => `到期数据现为 ${d.due} 条，与核对时的 ${d.expected} 条不同，没有清除。请重新核对。`,
    en: (d) => `${d.due} are due now, not the ${d.expected} you looked at. Nothing was erased; look again.`,
  },
  'publication-gone': {
    status: 410,
    zh: (d) =>
      `${d.year} 年第 ${d.revision} 版已${d.withdrawn ? `于 ${d.on} 撤回` : `在 ${d.on} 公开期满`}，数字不再公开。公开页写有原因和其他可查版次。`,
    en: (d) =>
      `Revision ${d.revision} of ${d.year} was ${d.withdrawn ? `withdrawn on ${d.on}` : `public until ${d.on}`}; its figures are not published any more. The public page says why, and lists what can be read.`,
  },
  'no-earlier-revision': {
    status: 409,
    zh: () => '这一年没有更早的、仍在公开的版次可以继续有效。请选择“不再显示数字”。',
    en: () => 'There is no earlier revision of that year that is still public and could stand. Choose that no figures are shown.',
  },
  'publication-not-published': {
    status: 409,
    zh: () => '该版本不在发布状态，无需撤回。',
    en: () => 'This revision is not published, so it cannot be withdrawn.',
  },
  'name-in-public-text': {
    status: 422,
    zh: (d) => `公开文字中出现了本单位职工的姓名：${list(d.names)}。公开页不点名，请改用部门或岗位名称。`,
    en: (d) =>
      `A public text holds the name of a member of staff: ${list(d.names)}. The public page names nobody; write the unit or the post instead.`,
  },
  'ticket-not-scorable': {
    status: 422,
    zh: () => '说明单文件中的输入无法计分，文件可能被改动或不完整。请重新下载说明单后再核对。',
    en: () =>
      'The inputs in the ticket file cannot be scored; it may have been changed or be incomplete. Download the ticket again and retry.',
  },
} as const satisfies Record<string, Row>

/** A list that has been read out, or nothing. */
function list(value: Details[string] | undefined): string {
  return String(value ?? '')
}

/** Lists as the language writes them. */
const readOut = (details: Details, separator: string): Details =>
  Object.fromEntries(Object.entries(details).map(([name, value]) => [name, Array.isArray(value) ? value.join(separator) : value]))

export type RefusalCode = keyof typeof REFUSALS

/** One invalid field: where (JSON pointer, or row and column of a file), and the sentence in both languages. */
export type InvalidField = { readonly pointer: string; readonly zh: string; readonly en: string }

/** The one error type. Thrown by use cases and the platform; sent as RFC 9457 problem+json. */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly details: Details
  readonly fields: readonly InvalidField[]

  constructor(code: RefusalCode, details: Details = {}, fields: readonly InvalidField[] = []) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.details = details
    this.fields = fields
  }
}

export function refusalText(code: RefusalCode, details: Details): { zh: string; en: string } {
  const row: Row = REFUSALS[code]
  return { zh: row.zh(readOut(details, '、')), en: row.en(readOut(details, ', ')) }
}
