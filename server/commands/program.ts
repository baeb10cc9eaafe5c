import { Command } from 'commander'
import { addAnalyse } from './analyse.ts'
import { addBackup } from './backup.ts'
import { addDecide } from './decide.ts'
import { addDoctor } from './doctor.ts'
import { addImport } from './import.ts'
import { addInit } from './init.ts'
import { addMakeTemplate } from './makeTemplate.ts'
import { addPavement } from './pavement.ts'
import { addPay } from './pay.ts'
import { addRestore } from './restore.ts'
import { addScore } from './score.ts'
import type { Terminal } from './speaking.ts'
import { addStart } from './start.ts'
import { speakInstead } from './usage.ts'

const ALL = [
  addStart,
  addInit,
  addImport,
  addScore,
  addAnalyse,
  addDecide,
  addPavement,
  addPay,
  addBackup,
  addRestore,
  addDoctor,
  addMakeTemplate,
]

/** The whole command line, in the language of the terminal. */
export function buildProgram(terminal: Terminal): Command {
  const program = new Command('milepost')
  program.description(
    {
      zh: 'Milepost：事业单位绩效管理。诊断、选择、设计、执行、考核、激励、公开。',
      en: 'Milepost: performance management for public institutions. Diagnose, choose, design, run, appraise, reward, open.',
    }[terminal.speech],
  )
  speakInstead(program, terminal)
  for (const add of ALL) add(program, terminal)
  return program
}
