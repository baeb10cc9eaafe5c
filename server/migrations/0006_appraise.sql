-- One appraisal a person and cycle: participation, ratings, score, seats, the collective decision, notice and objections.

-- What bounds a grade or bars somebody from deciding on another. Kind, dates and document number: least data, no story.
create table sanction (
  institution_id uuid not null references institution,
  sanction_id uuid not null,
  person_id uuid not null,
  kind text not null,
  decided_on date not null,
  in_force_until date check (in_force_until >= decided_on),
  document text not null,
  -- taken back or lifted early: it no longer bounds anything, but stays on record
  lifted_on date,
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (institution_id, sanction_id),
  foreign key (institution_id, person_id) references person (institution_id, person_id)
);
select protect('sanction');

create table investigation (
  institution_id uuid not null references institution,
  investigation_id uuid not null,
  person_id uuid not null,
  opened_on date not null,
  document text not null,
  closed_on date check (closed_on >= opened_on),
  -- the sanction that came of it; null: none, or still open
  sanction_id uuid,
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (institution_id, investigation_id),
  foreign key (institution_id, person_id) references person (institution_id, person_id),
  foreign key (institution_id, sanction_id) references sanction (institution_id, sanction_id)
);
-- one open case a person is enough
create unique index investigation_open on investigation (institution_id, person_id) where closed_on is null;
select protect('investigation');

create table interest_tie (
  institution_id uuid not null references institution,
  tie_id uuid not null,
  person_id uuid not null,
  other_person_id uuid not null check (other_person_id <> person_id),
  kind text not null check (kind in ('spouse', 'lineal', 'collateral', 'in-law', 'complaint', 'interest')),
  declared_by text not null,
  declared_by_account_id uuid,
  declared_on date not null,
  ended_on date check (ended_on >= declared_on),
  primary key (institution_id, tie_id),
  foreign key (institution_id, person_id) references person (institution_id, person_id),
  foreign key (institution_id, other_person_id) references person (institution_id, person_id)
);
create unique index interest_tie_once on interest_tie
  (institution_id, least(person_id, other_person_id), greatest(person_id, other_person_id), kind) where ended_on is null;
select protect('interest_tie');

-- secondment, aid and stationing outside the institution; training, missions and approved innovation by order of the unit (Art. 38)
create table posting (
  institution_id uuid not null references institution,
  posting_id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('secondment', 'training', 'mission', 'innovation')),
  host text not null,
  starts_on date not null,
  ends_on date check (ends_on >= starts_on),
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (institution_id, posting_id),
  foreign key (institution_id, person_id) references person (institution_id, person_id)
);
select protect('posting');

-- Art. 44: two reminders in writing and a talk, and still no part taken
create table refusal_to_take_part (
  institution_id uuid not null references institution,
  cycle_id uuid not null,
  person_id uuid not null,
  first_notice_on date not null,
  second_notice_on date not null check (second_notice_on > first_notice_on),
  talked_on date not null check (talked_on >= first_notice_on),
  talk text not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (institution_id, cycle_id, person_id),
  foreign key (institution_id, cycle_id) references cycle (institution_id, cycle_id),
  foreign key (institution_id, person_id) references person (institution_id, person_id)
);
select protect('refusal_to_take_part');

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
  -- days worked in other units this year, as the office was told; null: nobody has said
  days_elsewhere int check (days_elsewhere between 0 and 366),
  -- Art. 39: the other post of somebody who holds two; both are graded
  second_post_id uuid,
  score_run_id uuid,
  -- what personScore() took and gave
  score_input jsonb,
  score_result jsonb,
  official_score numeric(7, 2),
  proposed_grade text,
  -- has-seat, held-back-by-seats, tied-at-last-seat, not-a-candidate
  standing text,
  grade text,
  -- why it is void; empty: it is not
  void_reason text not null default '',
  version int not null default 1,
  primary key (institution_id, appraisal_id),
  unique (institution_id, cycle_id, person_id),
  foreign key (institution_id, cycle_id) references cycle (institution_id, cycle_id),
  foreign key (institution_id, person_id) references person (institution_id, person_id),
  foreign key (institution_id, unit_id) references unit (institution_id, unit_id),
  foreign key (institution_id, post_id) references post (institution_id, post_id),
  foreign key (institution_id, second_post_id) references post (institution_id, post_id),
  foreign key (institution_id, score_run_id) references score_run (institution_id, run_id)
);
select protect('appraisal');

-- Art. 37 and 38: the former unit or the host is heard before a grade is decided
create table hearing (
  institution_id uuid not null references institution,
  appraisal_id uuid not null,
  heard text not null,
  heard_on date not null,
  opinion text not null,
  suggested_grade text check (suggested_grade in ('excellent', 'qualified', 'basic', 'unqualified')),
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (institution_id, appraisal_id),
  foreign key (institution_id, appraisal_id) references appraisal (institution_id, appraisal_id)
);
select protect('hearing');

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
  -- somebody rated for another who could not: the one it was done for
  on_behalf_of uuid,
  -- Art. 39: each of two posts has raters of its own
  for_post text not null default 'main' check (for_post in ('main', 'second')),
  submitted_at timestamptz not null,
  primary key (institution_id, rating_id),
  unique (institution_id, appraisal_id, for_post, rater_group, rater_key),
  foreign key (institution_id, appraisal_id) references appraisal (institution_id, appraisal_id),
  foreign key (institution_id, rater_person_id) references person (institution_id, person_id),
  foreign key (institution_id, on_behalf_of) references person (institution_id, person_id)
);
select protect('rating');

-- What differs from the raters that posts make by themselves: nominated, declined, recused, rated for by somebody else, waived
create table rater_role (
  institution_id uuid not null references institution,
  rater_role_id uuid not null,
  appraisal_id uuid not null,
  rater_person_id uuid not null,
  kind text not null check (kind in ('nominated', 'declined', 'recused', 'stands-in', 'waived')),
  rater_group text not null check (rater_group in ('superior', 'peers', 'subordinates', 'service-users')),
  -- stands-in: who rates on behalf of rater_person_id, and until when
  stand_in_person_id uuid,
  until_on date,
  state text not null check (state in ('asked', 'granted', 'refused')),
  reason text not null,
  asked_by text not null,
  asked_by_account_id uuid,
  asked_at timestamptz not null,
  answered_by text,
  answered_at timestamptz,
  check ((kind = 'stands-in') = (stand_in_person_id is not null and until_on is not null)),
  primary key (institution_id, rater_role_id),
  unique (institution_id, appraisal_id, rater_person_id, kind),
  foreign key (institution_id, appraisal_id) references appraisal (institution_id, appraisal_id),
  foreign key (institution_id, rater_person_id) references person (institution_id, person_id),
  foreign key (institution_id, stand_in_person_id) references person (institution_id, person_id)
);
select protect('rater_role');

-- One reminder a rater and day, so that nobody is reminded twice on one day and a waiver can be judged
create table rater_reminder (
  institution_id uuid not null references institution,
  cycle_id uuid not null,
  rater_person_id uuid not null,
  reminded_on date not null,
  waiting int not null,
  reminded_by text not null,
  primary key (institution_id, cycle_id, rater_person_id, reminded_on),
  foreign key (institution_id, cycle_id) references cycle (institution_id, cycle_id),
  foreign key (institution_id, rater_person_id) references person (institution_id, person_id)
);
select protect('rater_reminder');

-- Until when raters rate; without a row the days of the rule count from the day the appraisals were opened
create table rating_round (
  institution_id uuid not null references institution,
  cycle_id uuid not null,
  due_on date not null,
  set_by text not null,
  primary key (institution_id, cycle_id),
  foreign key (institution_id, cycle_id) references cycle (institution_id, cycle_id)
);
select protect('rating_round');

-- Who is late goes up once to the superior, and once to the committee, which chooses: more time, another rater, or going on without
create table rater_escalation (
  institution_id uuid not null references institution,
  cycle_id uuid not null,
  rater_person_id uuid not null,
  rung text not null check (rung in ('superior', 'committee')),
  due_on date not null,
  escalated_on date not null,
  -- the superior told; null: nobody stands above, or it went to the committee
  told_person_id uuid,
  waiting int not null,
  primary key (institution_id, cycle_id, rater_person_id, rung, due_on),
  foreign key (institution_id, cycle_id) references cycle (institution_id, cycle_id),
  foreign key (institution_id, rater_person_id) references person (institution_id, person_id),
  foreign key (institution_id, told_person_id) references person (institution_id, person_id)
);
select protect('rater_escalation');

-- A sign of an interest between two people that was looked into and found to be none; a tie that was found is an interest_tie
create table conflict_cleared (
  institution_id uuid not null references institution,
  cycle_id uuid not null,
  sign text not null,
  person_id uuid not null,
  other_person_id uuid not null,
  reason text not null,
  cleared_by text not null,
  cleared_at timestamptz not null,
  primary key (institution_id, cycle_id, sign, person_id, other_person_id),
  foreign key (institution_id, cycle_id) references cycle (institution_id, cycle_id),
  foreign key (institution_id, person_id) references person (institution_id, person_id),
  foreign key (institution_id, other_person_id) references person (institution_id, person_id)
);
select protect('conflict_cleared');

-- A sheet as far as it has been filled in; only its author reads it, and it is never counted
create table rating_draft (
  institution_id uuid not null references institution,
  appraisal_id uuid not null,
  rater_person_id uuid not null,
  for_post text not null default 'main' check (for_post in ('main', 'second')),
  items jsonb not null,
  criteria_grade text,
  comment text not null default '',
  saved_at timestamptz not null,
  primary key (institution_id, appraisal_id, rater_person_id, for_post),
  foreign key (institution_id, appraisal_id) references appraisal (institution_id, appraisal_id),
  foreign key (institution_id, rater_person_id) references person (institution_id, person_id)
);
select protect('rating_draft');

-- What a person says of the own year, in the five facets; a draft until it is handed in
create table self_report (
  institution_id uuid not null references institution,
  appraisal_id uuid not null,
  body jsonb not null,
  saved_at timestamptz not null,
  submitted_at timestamptz,
  primary key (institution_id, appraisal_id),
  foreign key (institution_id, appraisal_id) references appraisal (institution_id, appraisal_id)
);
select protect('self_report');

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
  pooling text not null default 'institution' check (pooling in ('institution', 'units')),
  result jsonb not null,
  ran_at timestamptz not null,
  ran_by text not null,
  primary key (institution_id, seat_run_id),
  unique (institution_id, cycle_id, revision),
  foreign key (institution_id, cycle_id) references cycle (institution_id, cycle_id)
);
select protect('seat_run');

-- What the calibration room changed of a proposal: a reason in two forms, the votes, who stepped aside; earlier changes stay
create table calibration_change (
  institution_id uuid not null references institution,
  change_id uuid not null,
  appraisal_id uuid not null,
  from_grade text,
  to_grade text not null check (to_grade in ('excellent', 'qualified', 'basic', 'unqualified')),
  reason_code text not null check (reason_code in ('evidence', 'criteria', 'bias', 'tie', 'tilt', 'ledger')),
  reason text not null,
  present jsonb not null,
  recused jsonb not null,
  votes_for int not null,
  votes_against int not null,
  -- who voted how, where it was taken by name: [{name, vote}]; null: the totals were typed in
  votes jsonb,
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (institution_id, change_id),
  foreign key (institution_id, appraisal_id) references appraisal (institution_id, appraisal_id)
);
select protect('calibration_change');

-- How a year's seats were shared out among the units, and the part of a seat each carries into the next year
create table seat_ledger (
  institution_id uuid not null references institution,
  cycle_id uuid not null,
  unit_id uuid not null,
  people int not null,
  tilt_bp int not null,
  carry_in text not null,
  share text not null,
  claim text not null,
  -- seats shared out to the unit, and excellent grades its people got
  seats int not null,
  awarded int not null,
  carry_out text not null,
  primary key (institution_id, cycle_id, unit_id),
  foreign key (institution_id, cycle_id) references cycle (institution_id, cycle_id),
  foreign key (institution_id, unit_id) references unit (institution_id, unit_id)
);
select protect('seat_ledger');

create table decision (
  institution_id uuid not null references institution,
  decision_id uuid not null,
  cycle_id uuid not null,
  decided_on date not null,
  minutes text not null,
  -- people present, [{personId, name}]
  present jsonb not null,
  -- the vote on the list as a whole, by totals or by name; null: decided without one
  vote jsonb,
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
  -- the grade in the other post, of somebody who holds two (Art. 39); the lower of both counts
  second_grade text check (second_grade in ('excellent', 'qualified', 'basic', 'unqualified')),
  reason_code text not null,
  reason text not null default '',
  recused jsonb not null default '[]',
  -- a vote of its own, where one was taken on this person
  vote jsonb,
  primary key (institution_id, decision_id, appraisal_id),
  foreign key (institution_id, decision_id) references decision (institution_id, decision_id),
  foreign key (institution_id, appraisal_id) references appraisal (institution_id, appraisal_id)
);
select protect('decision_line');

-- The second level looks at what lifts somebody out and at what takes something away, before anybody is told; it may send back once
create table grade_confirmation (
  institution_id uuid not null references institution,
  confirmation_id uuid not null,
  appraisal_id uuid not null,
  version int not null,
  grade text not null check (grade in ('excellent', 'basic', 'unqualified')),
  verdict text not null check (verdict in ('confirmed', 'returned')),
  reason text not null default '',
  confirmed_by text not null,
  confirmed_by_person_id uuid not null,
  confirmed_at timestamptz not null,
  check (verdict = 'confirmed' or reason <> ''),
  primary key (institution_id, confirmation_id),
  foreign key (institution_id, appraisal_id) references appraisal (institution_id, appraisal_id),
  foreign key (institution_id, confirmed_by_person_id) references person (institution_id, person_id)
);
create index grade_confirmation_by_appraisal on grade_confirmation (institution_id, appraisal_id);
select protect('grade_confirmation');

-- An appraisal opened again before it is final: one asks, another allows; what was decided stays here under its version
create table reopening (
  institution_id uuid not null references institution,
  reopening_id uuid not null,
  appraisal_id uuid not null,
  reason text not null,
  document text not null,
  state text not null default 'asked' check (state in ('asked', 'granted', 'refused')),
  asked_by text not null,
  asked_by_account_id uuid not null,
  asked_at timestamptz not null,
  answered_by text,
  answered_by_account_id uuid,
  answer text not null default '',
  answered_at timestamptz,
  -- as it stood before
  version_before int,
  state_before text,
  grade_before text,
  score_before numeric(7, 2),
  result_before jsonb,
  check (answered_by_account_id is null or answered_by_account_id <> asked_by_account_id),
  primary key (institution_id, reopening_id),
  foreign key (institution_id, appraisal_id) references appraisal (institution_id, appraisal_id)
);
create unique index reopening_asked on reopening (institution_id, appraisal_id) where state = 'asked';
select protect('reopening');

-- What people found of a rule that no record shows: a later finding stands beside the earlier one
create table norm_finding (
  institution_id uuid not null references institution,
  finding_id uuid not null,
  cycle_id uuid not null,
  rule_id text not null,
  verdict text not null check (verdict in ('met', 'broken')),
  note text not null,
  checked_on date not null,
  checked_by text not null,
  checked_by_account_id uuid,
  recorded_at timestamptz not null,
  primary key (institution_id, finding_id),
  foreign key (institution_id, cycle_id) references cycle (institution_id, cycle_id)
);
create index norm_finding_by_cycle on norm_finding (institution_id, cycle_id, recorded_at);
select protect('norm_finding');
revoke update, delete on norm_finding from milepost_app;

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
  -- a reopened appraisal made it out of date: it is posted anew, for the whole time
  withdrawn_at timestamptz,
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
  -- raised for somebody who cannot act: for whom, by whom, on which paper; the office only took it in
  for_person_id uuid,
  representative text,
  representative_paper text,
  answer text,
  answered_by text,
  answered_at timestamptz,
  -- the answer was handed to both, on this day
  both_served_on date,
  primary key (institution_id, objection_id),
  foreign key (institution_id, for_person_id) references person (institution_id, person_id),
  check ((for_person_id is null) = (representative is null) and (for_person_id is null) = (representative_paper is null)),
  foreign key (institution_id, notice_id) references notice (institution_id, notice_id)
);
select protect('objection');

-- Art. 17: the result in writing, and the person's opinion on it; the clocks of the remedies start on the day it is served
create table service (
  institution_id uuid not null references institution,
  appraisal_id uuid not null,
  -- a changed grade is served again: what is served is the version that was decided
  version int not null default 1,
  served_on date not null,
  served_by text not null,
  opinion text check (opinion in ('agree', 'disagree', 'refused')),
  opinion_text text not null default '',
  signed_on date,
  -- two people who saw that the person would not sign
  witnesses jsonb not null default '[]',
  check ((opinion = 'refused') = (jsonb_array_length(witnesses) = 2)),
  primary key (institution_id, appraisal_id, version),
  foreign key (institution_id, appraisal_id) references appraisal (institution_id, appraisal_id)
);
select protect('service');

-- Review, appeal and re-appeal (Art. 36): each once, each within its days, never ending worse
create table remedy_case (
  institution_id uuid not null references institution,
  remedy_id uuid not null,
  appraisal_id uuid not null,
  kind text not null check (kind in ('review', 'appeal', 're-appeal')),
  filed_on date not null,
  filed_by text not null,
  representative text not null default '',
  -- filed by the office for somebody who cannot act: what the representative is to the person, and the paper that shows it
  representative_tie text,
  representative_paper text,
  -- the decision was handed to both, on this day
  both_served_on date,
  grounds text not null,
  accepted_on date,
  decide_by date not null,
  extended_to date,
  decided_on date,
  decided_by text,
  panel jsonb not null default '[]',
  outcome text check (outcome in ('upheld', 'changed')),
  new_grade text check (new_grade in ('excellent', 'qualified', 'basic', 'unqualified')),
  findings text,
  primary key (institution_id, remedy_id),
  unique (institution_id, appraisal_id, kind),
  foreign key (institution_id, appraisal_id) references appraisal (institution_id, appraisal_id)
);
select protect('remedy_case');

-- Every change of a grade after the decision, with who made it and why; the grade before is never lost
create table grade_change (
  institution_id uuid not null references institution,
  appraisal_id uuid not null,
  version int not null,
  from_grade text not null,
  to_grade text not null,
  because text not null check (because in ('review', 'appeal', 're-appeal', 'late-determination', 'correction')),
  reason text not null,
  decided_by jsonb not null,
  changed_at timestamptz not null,
  primary key (institution_id, appraisal_id, version),
  foreign key (institution_id, appraisal_id) references appraisal (institution_id, appraisal_id)
);
select protect('grade_change');

create table feedback_interview (
  institution_id uuid not null references institution,
  appraisal_id uuid not null,
  held_on date not null,
  head_name text not null,
  strengths text not null,
  shortfalls text not null,
  next_goals text not null,
  -- needed after basic and unqualified
  improvement_plan text not null default '',
  improve_by date,
  recorded_at timestamptz not null,
  confirmed_on date,
  person_says text not null default '',
  primary key (institution_id, appraisal_id),
  foreign key (institution_id, appraisal_id) references appraisal (institution_id, appraisal_id)
);
select protect('feedback_interview');

-- A democratic vote (Art. 17): its ballots are those of a wave of its own, so that who was invited and what was voted never meet
create table democratic_vote (
  institution_id uuid not null references institution,
  vote_id uuid not null,
  cycle_id uuid not null,
  wave_id uuid not null,
  -- [{code, weightBp, way, part}]; names and counts stand with the wave's strata
  groups jsonb not null,
  -- what a grade is worth and the least number of votes shown, as the rules said when it was opened
  rules jsonb not null,
  opened_by text not null,
  closed_by text,
  -- {item: result}; null: it is not closed. After a ballot was voided, the count without it; the counts before stand with the voided ballot
  result jsonb,
  primary key (institution_id, vote_id),
  foreign key (institution_id, cycle_id) references cycle (institution_id, cycle_id),
  foreign key (institution_id, wave_id) references wave (institution_id, wave_id)
);
select protect('democratic_vote');

create table vote_subject (
  institution_id uuid not null references institution,
  vote_id uuid not null,
  order_no int not null,
  person_id uuid,
  unit_id uuid,
  name_zh text not null,
  name_en text not null,
  primary key (institution_id, vote_id, order_no),
  foreign key (institution_id, vote_id) references democratic_vote (institution_id, vote_id),
  foreign key (institution_id, person_id) references person (institution_id, person_id),
  foreign key (institution_id, unit_id) references unit (institution_id, unit_id),
  check ((person_id is null) <> (unit_id is null))
);
select protect('vote_subject');

-- who typed in which stack of paper: whoever did voids none of it
create table vote_batch (
  institution_id uuid not null references institution,
  vote_id uuid not null,
  batch text not null,
  entered_by text not null,
  entered_by_account_id uuid,
  primary key (institution_id, vote_id, batch),
  foreign key (institution_id, vote_id) references democratic_vote (institution_id, vote_id)
);
select protect('vote_batch');

create table vote_ballot_void (
  institution_id uuid not null references institution,
  vote_id uuid not null,
  sheet_id uuid not null,
  batch text not null,
  paper_no int not null,
  reason text not null,
  voided_by text not null,
  voided_at timestamptz not null,
  -- the counts with it and without it; null: the vote was open still
  result_before jsonb,
  result_after jsonb,
  primary key (institution_id, vote_id, sheet_id),
  foreign key (institution_id, vote_id) references democratic_vote (institution_id, vote_id)
);
select protect('vote_ballot_void');

-- A self-report or a routine record that is missing: two notices on different days, a talk, then a named leader goes on without it. No score is ever filled in.
create table missing_record (
  institution_id uuid not null references institution,
  cycle_id uuid not null,
  person_id uuid not null,
  what text not null check (what in ('self-report', 'routine-record')),
  first_notice_on date not null,
  second_notice_on date check (second_notice_on > first_notice_on),
  talked_on date check (talked_on >= first_notice_on),
  talked_by text,
  talk text not null default '',
  waived_on date,
  waived_by text,
  waived_because text not null default '',
  check (waived_on is null or (second_notice_on is not null and talked_on is not null and waived_by is not null)),
  primary key (institution_id, cycle_id, person_id, what),
  foreign key (institution_id, cycle_id) references cycle (institution_id, cycle_id),
  foreign key (institution_id, person_id) references person (institution_id, person_id)
);
select protect('missing_record');

-- Term and special appraisals (Art. 18-26): opened with a reason and a period, rated by one named person, decided by the committee
create table other_appraisal (
  institution_id uuid not null references institution,
  other_appraisal_id uuid not null,
  kind text not null check (kind in ('term', 'special')),
  person_id uuid not null,
  starts_on date not null,
  ends_on date not null check (ends_on > starts_on),
  -- the contract, project, emergency or complaint that gives rise to it
  reason text not null,
  -- what was to be done, by which it is rated
  tasks text not null,
  rater_person_id uuid not null check (rater_person_id <> person_id),
  opened_by text not null,
  opened_on date not null,
  -- what the rater says: were the tasks done, if not was there a good reason, and the opinion
  tasks_done boolean,
  good_reason boolean,
  opinion text,
  rated_by text,
  rated_on date,
  -- the committee: term qualified or unqualified; special a grade
  result text check (result in ('excellent', 'qualified', 'basic', 'unqualified')),
  -- what the rule gave, with the years it looked at; null: it is silent, and people decided
  by_rule text,
  years jsonb,
  decided_on date,
  present jsonb,
  decision_reason text not null default '',
  recorded_by text,
  primary key (institution_id, other_appraisal_id),
  foreign key (institution_id, person_id) references person (institution_id, person_id),
  foreign key (institution_id, rater_person_id) references person (institution_id, person_id)
);
select protect('other_appraisal');

-- A rating that was taken out, whole as it was given; what it counted for is scored again
create table rating_void (
  institution_id uuid not null references institution,
  rating_id uuid not null,
  appraisal_id uuid not null,
  rater_group text not null,
  -- the row as it stood; read by no screen
  rating jsonb not null,
  reason text not null,
  voided_by text not null,
  voided_at timestamptz not null,
  score_before text,
  score_after text,
  primary key (institution_id, rating_id),
  foreign key (institution_id, appraisal_id) references appraisal (institution_id, appraisal_id)
);
select protect('rating_void');

-- A region's or the institution's own rules laid over the national ones, from a day on; versions stay
create table rule_overlay (
  institution_id uuid not null references institution,
  overlay_id uuid not null,
  version int not null,
  name_zh text not null,
  name_en text not null,
  -- the paper it rests on
  source text not null,
  in_force_from date not null,
  -- only what differs from the national file
  changes jsonb not null,
  body_hash text not null,
  laid_by text not null,
  laid_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by text,
  primary key (institution_id, overlay_id),
  unique (institution_id, version)
);
select protect('rule_overlay');
