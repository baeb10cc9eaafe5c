-- Questionnaires, waves with their strata, answer sheets, and the findings the office records.

create table questionnaire (
  institution_id uuid not null references institution,
  questionnaire_id uuid not null,
  code text not null,
  version int not null,
  title_zh text not null,
  title_en text not null,
  body jsonb not null,
  body_hash text not null,
  primary key (institution_id, questionnaire_id),
  unique (institution_id, code, version)
);
select protect('questionnaire');

create table wave (
  institution_id uuid not null references institution,
  wave_id uuid not null,
  questionnaire_id uuid not null,
  name_zh text not null,
  name_en text not null,
  opened_on date not null,
  closed_on date,
  primary key (institution_id, wave_id),
  foreign key (institution_id, questionnaire_id) references questionnaire (institution_id, questionnaire_id)
);
select protect('wave');

create table stratum (
  institution_id uuid not null references institution,
  wave_id uuid not null,
  code text not null,
  name_zh text not null,
  name_en text not null,
  -- how many people could have answered; null when nobody knows (the public)
  population int check (population > 0),
  order_no int not null default 0,
  primary key (institution_id, wave_id, code),
  foreign key (institution_id, wave_id) references wave (institution_id, wave_id)
);
select protect('stratum');

-- one sheet a respondent: no name, no address, no time finer than a day
create table answer_sheet (
  institution_id uuid not null references institution,
  sheet_id uuid not null,
  wave_id uuid not null,
  stratum_code text not null,
  answered_on date,
  -- hash of the source row, so that importing the same file twice changes nothing
  source_key text not null,
  primary key (institution_id, sheet_id),
  unique (institution_id, wave_id, source_key),
  foreign key (institution_id, wave_id, stratum_code) references stratum (institution_id, wave_id, code)
);
select protect('answer_sheet');

-- no row: not answered. not_applicable: answered "do not know / does not apply". value: a number. choice: a coded option.
create table answer (
  institution_id uuid not null references institution,
  sheet_id uuid not null,
  item_code text not null,
  value numeric,
  choice text,
  not_applicable boolean not null default false,
  primary key (institution_id, sheet_id, item_code),
  foreign key (institution_id, sheet_id) references answer_sheet (institution_id, sheet_id),
  check ((not_applicable and value is null and choice is null) or (not not_applicable and (value is not null or choice is not null)))
);
select protect('answer');

create table finding (
  institution_id uuid not null references institution,
  finding_id uuid not null,
  wave_id uuid not null,
  problem text not null,
  verdict text not null check (verdict in ('confirmed', 'suspected', 'not-confirmed')),
  evidence jsonb not null,
  note text not null default '',
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (institution_id, finding_id),
  unique (institution_id, wave_id, problem),
  foreign key (institution_id, wave_id) references wave (institution_id, wave_id)
);
select protect('finding');
