-- The pay pool in fen: what there is to share out, every computation of it with its lines, and the approval that ends it.

create table pay_pool (
  institution_id uuid not null references institution,
  pool_id uuid not null,
  cycle_id uuid not null,
  -- 1 is the pool of the year; a later one shares out what was added or kept back
  revision int not null,
  name_zh text not null,
  name_en text not null,
  amount_fen bigint not null check (amount_fen > 0),
  -- kept back for appeals won, corrections and grades decided later
  reserve_bp int not null check (reserve_bp between 0 and 10000),
  -- how many leaders must sign the same computation before it stands
  signatures int not null default 2 check (signatures between 1 and 9),
  factors jsonb not null,
  -- rises with every change, so that two people do not overwrite each other
  version int not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  primary key (institution_id, pool_id),
  unique (institution_id, cycle_id, revision),
  foreign key (institution_id, cycle_id) references cycle (institution_id, cycle_id)
);
select protect('pay_pool');

-- a computation is never changed: computing again makes another
create table pay_computation (
  institution_id uuid not null references institution,
  pool_id uuid not null,
  computation_no int not null,
  amount_fen bigint not null,
  reserve_fen bigint not null,
  distributed_fen bigint not null,
  -- everything payPool() took, so that the lines can be computed again
  input jsonb not null,
  input_hash text not null,
  warnings jsonb not null,
  computed_at timestamptz not null,
  computed_by text not null,
  primary key (institution_id, pool_id, computation_no),
  foreign key (institution_id, pool_id) references pay_pool (institution_id, pool_id),
  check (reserve_fen >= 0 and distributed_fen >= 0 and reserve_fen + distributed_fen = amount_fen)
);
select protect('pay_computation');
revoke update, delete on pay_computation from milepost_app;

create table pay_unit_share (
  institution_id uuid not null references institution,
  pool_id uuid not null,
  computation_no int not null,
  unit_id uuid not null,
  amount_fen bigint not null check (amount_fen >= 0),
  explanation jsonb not null,
  primary key (institution_id, pool_id, computation_no, unit_id),
  foreign key (institution_id, pool_id, computation_no) references pay_computation (institution_id, pool_id, computation_no),
  foreign key (institution_id, unit_id) references unit (institution_id, unit_id)
);
select protect('pay_unit_share');
revoke update, delete on pay_unit_share from milepost_app;

create table pay_line (
  institution_id uuid not null references institution,
  pool_id uuid not null,
  computation_no int not null,
  person_id uuid not null,
  -- the unit whose share the line comes from
  unit_id uuid not null,
  amount_fen bigint not null check (amount_fen >= 0),
  explanation jsonb not null,
  primary key (institution_id, pool_id, computation_no, person_id),
  foreign key (institution_id, pool_id, computation_no, unit_id) references pay_unit_share (institution_id, pool_id, computation_no, unit_id),
  foreign key (institution_id, person_id) references person (institution_id, person_id)
);
select protect('pay_line');
revoke update, delete on pay_line from milepost_app;

-- the factors and bounds everybody on the staff may read; pay rests on a version of them, and a version is never changed
create table pay_rules (
  institution_id uuid not null references institution,
  version int not null,
  settings jsonb not null,
  settings_hash text not null,
  reason text not null,
  published_at timestamptz not null,
  published_by text not null,
  published_by_account_id uuid,
  primary key (institution_id, version)
);
select protect('pay_rules');
revoke update, delete on pay_rules from milepost_app;

-- one leader puts the name to one computation; signatures on an earlier computation stay, and do not count for a later one
create table pay_signature (
  institution_id uuid not null references institution,
  pool_id uuid not null,
  computation_no int not null,
  account_id uuid not null,
  signed_by text not null,
  signed_at timestamptz not null,
  reason text not null,
  primary key (institution_id, pool_id, computation_no, account_id),
  foreign key (institution_id, pool_id, computation_no) references pay_computation (institution_id, pool_id, computation_no)
);
select protect('pay_signature');
revoke update, delete on pay_signature from milepost_app;

-- one approval a pool, of one computation, made by its last signature: after it nothing of the pool changes
create table pay_approval (
  institution_id uuid not null references institution,
  pool_id uuid not null,
  computation_no int not null,
  approved_at timestamptz not null,
  -- everybody who signed, in order
  approved_by text not null,
  approved_by_account_id uuid,
  reason text not null,
  -- the published factors it rests on
  rules_version int not null,
  primary key (institution_id, pool_id),
  foreign key (institution_id, rules_version) references pay_rules (institution_id, version),
  foreign key (institution_id, pool_id, computation_no) references pay_computation (institution_id, pool_id, computation_no)
);
select protect('pay_approval');
revoke update, delete on pay_approval from milepost_app;

-- after the approval: inputs were corrected or an appeal was won, and the difference is paid from the reserve. Nothing is taken from anybody
create table pay_settlement (
  institution_id uuid not null references institution,
  pool_id uuid not null,
  settlement_no int not null,
  -- everything payPool() took with the corrected inputs
  input jsonb not null,
  input_hash text not null,
  reserve_before_fen bigint not null,
  paid_fen bigint not null check (paid_fen >= 0),
  reserve_after_fen bigint not null check (reserve_after_fen >= 0),
  approved_at timestamptz not null,
  approved_by text not null,
  approved_by_account_id uuid,
  reason text not null,
  primary key (institution_id, pool_id, settlement_no),
  foreign key (institution_id, pool_id) references pay_approval (institution_id, pool_id),
  check (reserve_before_fen - paid_fen = reserve_after_fen)
);
select protect('pay_settlement');
revoke update, delete on pay_settlement from milepost_app;

create table pay_settlement_line (
  institution_id uuid not null references institution,
  pool_id uuid not null,
  settlement_no int not null,
  person_id uuid not null,
  paid_fen bigint not null,
  due_fen bigint not null,
  from_reserve_fen bigint not null check (from_reserve_fen >= 0),
  standing text not null,
  primary key (institution_id, pool_id, settlement_no, person_id),
  foreign key (institution_id, pool_id, settlement_no) references pay_settlement (institution_id, pool_id, settlement_no),
  foreign key (institution_id, person_id) references person (institution_id, person_id)
);
select protect('pay_settlement_line');
revoke update, delete on pay_settlement_line from milepost_app;

-- What became of a proposal that follows from a result: carried out or not, by whom, on which paper. Newest row counts; none is changed.
create table consequence_act (
  institution_id uuid not null references institution,
  act_id uuid not null,
  cycle_id uuid not null,
  person_id uuid not null,
  -- which proposal: its kind, and its place among the further ones
  proposal text not null,
  outcome text not null check (outcome in ('carried-out', 'not-carried-out')),
  document text not null,
  reason text not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (institution_id, act_id),
  foreign key (institution_id, cycle_id) references cycle (institution_id, cycle_id),
  foreign key (institution_id, person_id) references person (institution_id, person_id)
);
create index consequence_act_cycle on consequence_act (institution_id, cycle_id, person_id);
select protect('consequence_act');
revoke update, delete on consequence_act from milepost_app;

-- Thanks that are not money: to a person or a unit, with the fact it is given for.
create table recognition (
  institution_id uuid not null references institution,
  recognition_id uuid not null,
  kind text not null check (kind in ('commendation', 'title', 'chance', 'thanks')),
  person_id uuid,
  unit_id uuid,
  given_on date not null,
  title text not null,
  reason text not null,
  -- the paper it rests on, if there is one
  document text not null default '',
  given_by text not null,
  recorded_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_because text,
  primary key (institution_id, recognition_id),
  foreign key (institution_id, person_id) references person (institution_id, person_id),
  foreign key (institution_id, unit_id) references unit (institution_id, unit_id),
  check ((person_id is null) <> (unit_id is null))
);
select protect('recognition');

-- A course somebody finished, in hours; the same course of a person on the same day is one.
create table training_credit (
  institution_id uuid not null references institution,
  credit_id uuid not null,
  person_id uuid not null,
  finished_on date not null,
  course text not null,
  hours numeric(6, 1) not null check (hours > 0),
  document text not null default '',
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (institution_id, credit_id),
  unique (institution_id, person_id, finished_on, course),
  foreign key (institution_id, person_id) references person (institution_id, person_id)
);
select protect('training_credit');
