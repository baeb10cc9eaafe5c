-- Periods, measure values (bitemporal, never updated), inspection records, check-ins, and official score runs.

create table period (
  institution_id uuid not null references institution,
  period_id uuid not null,
  cycle_id uuid not null,
  -- 2026, 2026H1, 2026Q3, 2026-07
  code text not null,
  kind text not null check (kind in ('year', 'half', 'quarter', 'month')),
  starts_on date not null,
  ends_on date not null,
  due_on date not null,
  state text not null default 'open' check (state in ('open', 'closed')),
  -- rises each time the period is opened again
  revision int not null default 1,
  closed_at timestamptz,
  closed_by text,
  reopened_at timestamptz,
  reopened_by text,
  reopen_reason text not null default '',
  primary key (institution_id, period_id),
  unique (institution_id, code),
  foreign key (institution_id, cycle_id) references cycle (institution_id, cycle_id)
);
select protect('period');

-- a correction is a new revision; the highest revision is the one in force
create table measure_value (
  institution_id uuid not null references institution,
  value_id uuid not null,
  measure_id uuid not null,
  period_id uuid not null,
  scope_kind text not null check (scope_kind in ('institution', 'unit', 'person')),
  unit_id uuid,
  person_id uuid,
  revision int not null,
  -- withdrawn: there is no value after all (a wrong row, or a not-applicable that was not granted)
  state text not null check (state in ('reported', 'estimated', 'not-applicable-asked', 'not-applicable', 'suspended', 'withdrawn')),
  actual numeric,
  numerator numeric,
  denominator numeric,
  n int,
  -- counts, milestones or a judgement, for rules that take more than a figure
  detail jsonb,
  note text not null default '',
  source text not null,
  recorded_at timestamptz not null,
  recorded_by_account_id uuid,
  recorded_by text not null,
  -- what was doubtful about the figure and was confirmed: [{zh, en}]
  doubts jsonb not null default '[]',
  -- of a value computed by formula: {formula, inputs: [{code, period, value, valueId, revision}]}
  computed jsonb,
  -- a not-applicable counts only when somebody else has granted it
  granted_by text,
  granted_at timestamptz,
  primary key (institution_id, value_id),
  foreign key (institution_id, measure_id) references measure (institution_id, measure_id),
  foreign key (institution_id, period_id) references period (institution_id, period_id),
  foreign key (institution_id, unit_id) references unit (institution_id, unit_id),
  foreign key (institution_id, person_id) references person (institution_id, person_id),
  check (
    (scope_kind = 'institution' and unit_id is null and person_id is null)
    or (scope_kind = 'unit' and unit_id is not null and person_id is null)
    or (scope_kind = 'person' and person_id is not null)
  ),
  -- nought over nought is reported, and has no figure
  check ((state in ('reported', 'estimated')) = (actual is not null or detail is not null or coalesce(denominator, 1) = 0)),
  check ((state = 'not-applicable') = (granted_by is not null and granted_at is not null))
);
create unique index measure_value_institution on measure_value (institution_id, measure_id, period_id, revision) where scope_kind = 'institution';
create unique index measure_value_unit on measure_value (institution_id, measure_id, period_id, unit_id, revision) where scope_kind = 'unit';
create unique index measure_value_person on measure_value (institution_id, measure_id, period_id, person_id, revision) where scope_kind = 'person';
create index measure_value_by_period on measure_value (institution_id, period_id);
select protect('measure_value');
revoke update, delete on measure_value from milepost_app;

-- a value looked at by somebody other than its recorder
create table value_check (
  institution_id uuid not null references institution,
  value_id uuid not null,
  verdict text not null check (verdict in ('verified', 'returned')),
  note text not null default '',
  checked_by text not null,
  checked_by_account_id uuid,
  checked_at timestamptz not null,
  primary key (institution_id, value_id),
  foreign key (institution_id, value_id) references measure_value (institution_id, value_id)
);
select protect('value_check');

-- what was due and not there when a period was closed, and why it was closed nevertheless
create table period_waiver (
  institution_id uuid not null references institution,
  waiver_id uuid not null,
  period_id uuid not null,
  period_revision int not null,
  measure_id uuid not null,
  scope_kind text not null check (scope_kind in ('institution', 'unit', 'person')),
  unit_id uuid,
  person_id uuid,
  reason text not null,
  waived_by text not null,
  waived_at timestamptz not null,
  primary key (institution_id, waiver_id),
  foreign key (institution_id, period_id) references period (institution_id, period_id),
  foreign key (institution_id, measure_id) references measure (institution_id, measure_id),
  foreign key (institution_id, unit_id) references unit (institution_id, unit_id),
  foreign key (institution_id, person_id) references person (institution_id, person_id)
);
create index period_waiver_by_period on period_waiver (institution_id, period_id);
select protect('period_waiver');

-- what a period held each time it was closed: the values in force (which never change) and a hash over all they say
create table period_close (
  institution_id uuid not null references institution,
  period_id uuid not null,
  revision int not null,
  value_ids uuid[] not null,
  hash text not null,
  waived int not null,
  closed_at timestamptz not null,
  closed_by text not null,
  primary key (institution_id, period_id, revision),
  foreign key (institution_id, period_id) references period (institution_id, period_id)
);
select protect('period_close');
revoke update, delete on period_close from milepost_app;

-- one road section in one survey; a corrected record is a new revision
create table inspection (
  institution_id uuid not null references institution,
  inspection_id uuid not null,
  period_id uuid not null,
  unit_id uuid,
  route text not null,
  -- stake in metres from the start of the route
  from_m int not null,
  to_m int not null check (to_m > from_m),
  direction text not null check (direction in ('up', 'down', 'both')),
  road_class text not null check (road_class in ('expressway', 'class-1', 'class-2', 'class-3', 'class-4')),
  pavement text not null check (pavement in ('asphalt', 'concrete')),
  revision int not null default 1,
  -- what was measured, as packages/pavement/section takes it
  record jsonb not null,
  -- tells whether the same file comes again
  record_hash text not null,
  -- what was computed from it, with the parameters' version
  assessment jsonb not null,
  pqi numeric,
  mqi numeric,
  imported_at timestamptz not null,
  imported_by text not null,
  primary key (institution_id, inspection_id),
  unique (institution_id, period_id, route, from_m, direction, revision),
  foreign key (institution_id, period_id) references period (institution_id, period_id),
  foreign key (institution_id, unit_id) references unit (institution_id, unit_id)
);
select protect('inspection');
revoke update, delete on inspection from milepost_app;

create table check_in (
  institution_id uuid not null references institution,
  check_in_id uuid not null,
  cycle_id uuid not null,
  person_id uuid not null,
  head_person_id uuid not null,
  kind text not null default 'check-in' check (kind in ('check-in', 'mid-year')),
  held_on date not null,
  progress text not null,
  support text not null default '',
  next_step text not null default '',
  -- of a mid-year review: what of the plan is to be changed, and the plan with its values as they stood when it was held
  changes text not null default '',
  matters jsonb check ((kind = 'mid-year') = (matters is not null)),
  recorded_at timestamptz not null,
  confirmed_by_person_at timestamptz,
  primary key (institution_id, check_in_id),
  foreign key (institution_id, cycle_id) references cycle (institution_id, cycle_id),
  foreign key (institution_id, person_id) references person (institution_id, person_id),
  foreign key (institution_id, head_person_id) references person (institution_id, person_id)
);
create index check_in_by_person on check_in (institution_id, person_id);
create index check_in_by_head on check_in (institution_id, head_person_id);
create unique index check_in_mid_year on check_in (institution_id, cycle_id, person_id) where kind = 'mid-year';
select protect('check_in');

-- an official run freezes inputs and results; a correction is a new run that lists what it changes
create table score_run (
  institution_id uuid not null references institution,
  run_id uuid not null,
  cycle_id uuid not null,
  revision int not null,
  engine_version text not null,
  input_hash text not null,
  reason text not null default '',
  -- cards whose official score, status or coverage differs from the run before
  changes jsonb not null default '[]',
  ran_at timestamptz not null,
  ran_by text not null,
  primary key (institution_id, run_id),
  unique (institution_id, cycle_id, revision),
  foreign key (institution_id, cycle_id) references cycle (institution_id, cycle_id)
);
select protect('score_run');
revoke update, delete on score_run from milepost_app;

create table card_score (
  institution_id uuid not null references institution,
  run_id uuid not null,
  card_id uuid not null,
  -- everything scoreCard() took and gave, so that the score can be replayed
  input jsonb not null,
  result jsonb not null,
  -- after bonus and vetoes: exact, and rounded to two places
  score text,
  official_score numeric(7, 2),
  coverage_bp int not null,
  -- band code (A to D), or the kind of status that has no band
  status text not null,
  provisional boolean not null,
  primary key (institution_id, run_id, card_id),
  foreign key (institution_id, run_id) references score_run (institution_id, run_id),
  foreign key (institution_id, card_id) references card (institution_id, card_id)
);
select protect('card_score');
revoke update, delete on card_score from milepost_app;

-- what a unit says of a measure that is red: fact, cause, action, owner, day; and later whether it worked
create table red_line_note (
  institution_id uuid not null references institution,
  note_id uuid not null,
  cycle_id uuid not null,
  card_id uuid not null,
  measure_id uuid not null,
  fact text not null,
  cause text not null,
  action text not null,
  owner_person_id uuid not null,
  due_on date not null,
  score_then numeric(7, 2),
  written_by text not null,
  written_by_account_id uuid,
  written_at timestamptz not null,
  check_verdict text check (check_verdict in ('worked', 'partly', 'did-not')),
  check_note text,
  check_score numeric(7, 2),
  checked_by text,
  checked_at timestamptz,
  primary key (institution_id, note_id),
  foreign key (institution_id, cycle_id) references cycle (institution_id, cycle_id),
  foreign key (institution_id, card_id) references card (institution_id, card_id),
  foreign key (institution_id, measure_id) references measure (institution_id, measure_id),
  foreign key (institution_id, owner_person_id) references person (institution_id, person_id),
  check ((check_verdict is null) = (checked_by is null))
);
create index red_line_note_by_cycle on red_line_note (institution_id, cycle_id);
select protect('red_line_note');

-- leaders meet over what is red; once closed the minutes stand
create table review_meeting (
  institution_id uuid not null references institution,
  review_id uuid not null,
  cycle_id uuid not null,
  title text not null,
  held_on date not null,
  chair text not null,
  present text not null,
  state text not null default 'open' check (state in ('open', 'closed')),
  hash text,
  closed_by text,
  closed_at timestamptz,
  primary key (institution_id, review_id),
  foreign key (institution_id, cycle_id) references cycle (institution_id, cycle_id),
  check ((state = 'closed') = (hash is not null))
);
create index review_meeting_by_cycle on review_meeting (institution_id, cycle_id);
select protect('review_meeting');

create table review_item (
  institution_id uuid not null references institution,
  item_id uuid not null,
  review_id uuid not null,
  order_no int not null,
  subject_zh text not null,
  subject_en text not null,
  facts_zh text not null default '',
  facts_en text not null default '',
  discussion text not null default '',
  decision text not null default '',
  action text not null default '',
  owner_person_id uuid,
  due_on date,
  version int not null default 1,
  primary key (institution_id, item_id),
  foreign key (institution_id, review_id) references review_meeting (institution_id, review_id),
  foreign key (institution_id, owner_person_id) references person (institution_id, person_id)
);
create index review_item_by_review on review_item (institution_id, review_id);
select protect('review_item');

-- what leaders decided of a veto item that occurred; a later decision supersedes, none is changed
create table veto_decision (
  institution_id uuid not null references institution,
  veto_id uuid not null,
  card_id uuid not null,
  measure_id uuid not null,
  effect text not null check (effect in ('none', 'zero', 'cap-b', 'cap-c', 'cap-d')),
  reason text not null,
  decided_by text not null,
  decided_at timestamptz not null,
  primary key (institution_id, veto_id),
  foreign key (institution_id, card_id) references card (institution_id, card_id),
  foreign key (institution_id, measure_id) references measure (institution_id, measure_id)
);
create index veto_decision_by_card on veto_decision (institution_id, card_id);
select protect('veto_decision');
revoke update, delete on veto_decision from milepost_app;

-- points outside the weights: entered with reason and evidence by one, decided by another; nothing is changed afterwards
create table bonus_entry (
  institution_id uuid not null references institution,
  bonus_id uuid not null,
  card_id uuid not null,
  -- of the rule of the scheme, as it read then: {code, name: {zh, en}, points}
  item jsonb not null,
  points numeric(6, 2) not null check (points <> 0),
  reason text not null,
  evidence text not null,
  entered_by text not null,
  entered_by_account_id uuid,
  entered_at timestamptz not null,
  primary key (institution_id, bonus_id),
  foreign key (institution_id, card_id) references card (institution_id, card_id)
);
create index bonus_entry_by_card on bonus_entry (institution_id, card_id);
select protect('bonus_entry');
revoke update, delete on bonus_entry from milepost_app;

-- the newest counts
create table bonus_decision (
  institution_id uuid not null references institution,
  decision_id uuid not null,
  bonus_id uuid not null,
  verdict text not null check (verdict in ('granted', 'declined', 'revoked')),
  reason text not null,
  decided_by text not null,
  decided_at timestamptz not null,
  primary key (institution_id, decision_id),
  foreign key (institution_id, bonus_id) references bonus_entry (institution_id, bonus_id)
);
create index bonus_decision_by_entry on bonus_decision (institution_id, bonus_id);
select protect('bonus_decision');
revoke update, delete on bonus_decision from milepost_app;

-- What somebody did that went far beyond or far below what is asked, written down when it happened
create table critical_incident (
  institution_id uuid not null references institution,
  incident_id uuid not null,
  cycle_id uuid not null,
  person_id uuid not null,
  happened_on date not null,
  sign text not null check (sign in ('plus', 'minus')),
  what text not null,
  effect text not null,
  recorded_by text not null,
  recorded_by_person_id uuid not null,
  recorded_at timestamptz not null,
  -- the person has read it, and what the person says to it
  person_says text not null default '',
  confirmed_at timestamptz,
  primary key (institution_id, incident_id),
  foreign key (institution_id, cycle_id) references cycle (institution_id, cycle_id),
  foreign key (institution_id, person_id) references person (institution_id, person_id),
  foreign key (institution_id, recorded_by_person_id) references person (institution_id, person_id)
);
create index critical_incident_by_person on critical_incident (institution_id, cycle_id, person_id);
select protect('critical_incident');

-- Evidence kept as it came: the bytes, what they are, and their fingerprint
create table evidence_file (
  institution_id uuid not null references institution,
  file_id uuid not null,
  incident_id uuid not null,
  name text not null,
  kind text not null,
  bytes bytea not null,
  size int not null,
  sha256 text not null,
  added_by text not null,
  added_at timestamptz not null,
  primary key (institution_id, file_id),
  unique (institution_id, incident_id, sha256),
  foreign key (institution_id, incident_id) references critical_incident (institution_id, incident_id)
);
select protect('evidence_file');

-- Something a unit sets out to do for one measure, the value it promises to bring, and later whether it came
create table initiative (
  institution_id uuid not null references institution,
  initiative_id uuid not null,
  cycle_id uuid not null,
  card_id uuid not null,
  measure_id uuid not null,
  name text not null,
  owner_person_id uuid not null,
  starts_on date not null,
  due_on date not null check (due_on >= starts_on),
  value_before text,
  value_promised text not null,
  state text not null default 'running' check (state in ('running', 'done', 'dropped')),
  planned_by text not null,
  planned_by_account_id uuid,
  planned_at timestamptz not null,
  value_after text,
  verdict text check (verdict in ('came', 'partly', 'did-not')),
  finding text not null default '',
  checked_by text,
  checked_at timestamptz,
  check ((state = 'running') = (checked_at is null)),
  primary key (institution_id, initiative_id),
  foreign key (institution_id, cycle_id) references cycle (institution_id, cycle_id),
  foreign key (institution_id, card_id) references card (institution_id, card_id),
  foreign key (institution_id, measure_id) references measure (institution_id, measure_id),
  foreign key (institution_id, owner_person_id) references person (institution_id, person_id)
);
create index initiative_by_cycle on initiative (institution_id, cycle_id);
select protect('initiative');
