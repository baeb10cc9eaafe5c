-- The pay pool in fen and its lines.

create table pay_pool (
  institution_id uuid not null references institution,
  pool_id uuid not null,
  cycle_id uuid not null,
  revision int not null default 1,
  name_zh text not null,
  name_en text not null,
  amount_fen bigint not null check (amount_fen > 0),
  reserve_fen bigint not null default 0 check (reserve_fen >= 0),
  factors jsonb not null,
  state text not null default 'draft' check (state in ('draft', 'computed', 'approved')),
  computed_at timestamptz,
  approved_by text,
  approved_at timestamptz,
  approval_reason text,
  primary key (institution_id, pool_id),
  unique (institution_id, cycle_id, revision),
  foreign key (institution_id, cycle_id) references cycle (institution_id, cycle_id)
);
select protect('pay_pool');

create table pay_unit_share (
  institution_id uuid not null references institution,
  pool_id uuid not null,
  unit_id uuid not null,
  amount_fen bigint not null,
  explanation jsonb not null,
  primary key (institution_id, pool_id, unit_id),
  foreign key (institution_id, pool_id) references pay_pool (institution_id, pool_id),
  foreign key (institution_id, unit_id) references unit (institution_id, unit_id)
);
select protect('pay_unit_share');

create table pay_line (
  institution_id uuid not null references institution,
  pool_id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  amount_fen bigint not null,
  explanation jsonb not null,
  primary key (institution_id, pool_id, person_id),
  foreign key (institution_id, pool_id) references pay_pool (institution_id, pool_id),
  foreign key (institution_id, person_id) references person (institution_id, person_id),
  foreign key (institution_id, unit_id) references unit (institution_id, unit_id)
);
select protect('pay_line');
