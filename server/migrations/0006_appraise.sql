-- One appraisal a person and cycle: participation, ratings, score, seats, the collective decision, notice and objections.

create table committee_member (
  institution_id uuid not null references institution,
  cycle_id uuid not null,
  person_id uuid not null,
  member_class text not null check (member_class in ('chair', 'leader', 'hr', 'discipline', 'staff-representative')),
  primary key (institution_id, cycle_id, person_id),
  foreign key (institution_id, cycle_id) references cycle (institution_id, cycle_id),
  foreign key (institution_id, person_id) references person (institution_id, person_id)
);
select protect('committee_member');

create table appraisal (
  institution_id uuid not null references institution,
  appraisal_id uuid not null,
  cycle_id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  post_id uuid not null,
  state text not null default 'enrolled' check (state in ('enrolled', 'scored', 'proposed', 'decided', 'final', 'void')),
  -- verdict of packages/appraisal/participation with the article it cites
  participation text not null,
  participation_rule jsonb not null,
  score_run_id uuid,
  -- what personScore() took and gave
  score_input jsonb,
  score_result jsonb,
  official_score numeric(7, 2),
  proposed_grade text,
  -- has-seat, held-back-by-seats, tied-at-last-seat, not-a-candidate
  standing text,
  grade text,
  version int not null default 1,
  primary key (institution_id, appraisal_id),
  unique (institution_id, cycle_id, person_id),
  foreign key (institution_id, cycle_id) references cycle (institution_id, cycle_id),
  foreign key (institution_id, person_id) references person (institution_id, person_id),
  foreign key (institution_id, unit_id) references unit (institution_id, unit_id),
  foreign key (institution_id, post_id) references post (institution_id, post_id),
  foreign key (institution_id, score_run_id) references score_run (institution_id, run_id)
);
select protect('appraisal');

create table rating (
  institution_id uuid not null references institution,
  rating_id uuid not null,
  appraisal_id uuid not null,
  rater_group text not null check (rater_group in ('superior', 'peers', 'subordinates', 'service-users')),
  rater_person_id uuid,
  -- employee number of a rater of ours, or what an import calls an outside one; never shown to the person rated
  rater_key text not null,
  -- one number 0..100 a rating item: {"virtue-1": "92"}; an item not rated is absent
  items jsonb not null,
  -- the best grade the criteria of Art. 11-14 leave, as the superior sees it
  criteria_grade text check (criteria_grade in ('excellent', 'qualified', 'basic', 'unqualified')),
  comment text not null default '',
  submitted_at timestamptz not null,
  primary key (institution_id, rating_id),
  unique (institution_id, appraisal_id, rater_group, rater_key),
  foreign key (institution_id, appraisal_id) references appraisal (institution_id, appraisal_id),
  foreign key (institution_id, rater_person_id) references person (institution_id, person_id)
);
select protect('rating');

create table seat_run (
  institution_id uuid not null references institution,
  seat_run_id uuid not null,
  cycle_id uuid not null,
  revision int not null,
  rate_bp int not null check (rate_bp between 0 and 10000),
  approval text not null default '',
  ground text not null,
  base_count int not null,
  seats int not null,
  result jsonb not null,
  ran_at timestamptz not null,
  ran_by text not null,
  primary key (institution_id, seat_run_id),
  unique (institution_id, cycle_id, revision),
  foreign key (institution_id, cycle_id) references cycle (institution_id, cycle_id)
);
select protect('seat_run');

create table decision (
  institution_id uuid not null references institution,
  decision_id uuid not null,
  cycle_id uuid not null,
  decided_on date not null,
  minutes text not null,
  -- people present, [{personId, name}]
  present jsonb not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (institution_id, decision_id),
  foreign key (institution_id, cycle_id) references cycle (institution_id, cycle_id)
);
select protect('decision');

create table decision_line (
  institution_id uuid not null references institution,
  decision_id uuid not null,
  appraisal_id uuid not null,
  grade text not null check (grade in ('excellent', 'qualified', 'basic', 'unqualified', 'ungraded')),
  reason_code text not null,
  reason text not null default '',
  recused jsonb not null default '[]',
  primary key (institution_id, decision_id, appraisal_id),
  foreign key (institution_id, decision_id) references decision (institution_id, decision_id),
  foreign key (institution_id, appraisal_id) references appraisal (institution_id, appraisal_id)
);
select protect('decision_line');

create table notice (
  institution_id uuid not null references institution,
  notice_id uuid not null,
  cycle_id uuid not null,
  posted_on date not null,
  -- last day of the notice: it ends at 24:00 of this day
  last_day date not null,
  working_days int not null,
  body jsonb not null,
  posted_by text not null,
  closed_at timestamptz,
  primary key (institution_id, notice_id),
  foreign key (institution_id, cycle_id) references cycle (institution_id, cycle_id)
);
select protect('notice');

create table objection (
  institution_id uuid not null references institution,
  objection_id uuid not null,
  notice_id uuid not null,
  raised_by text not null,
  raised_by_account_id uuid,
  raised_at timestamptz not null,
  facts text not null,
  answer text,
  answered_by text,
  answered_at timestamptz,
  primary key (institution_id, objection_id),
  foreign key (institution_id, notice_id) references notice (institution_id, notice_id)
);
select protect('objection');
