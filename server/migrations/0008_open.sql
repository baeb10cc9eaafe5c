-- What was prepared for publication: immutable, hashed snapshots an audience; and the acts of publishing and withdrawing them.

create table publication (
  institution_id uuid not null references institution,
  publication_id uuid not null,
  cycle_id uuid not null,
  audience text not null check (audience in ('public', 'authority', 'staff')),
  -- every preparation is a new revision
  revision int not null,
  snapshot jsonb not null,
  snapshot_hash text not null,
  -- what the office wrote for it: contact, note, the story of each miss
  texts jsonb not null,
  -- figures that differ from what was published before
  corrections jsonb not null default '[]',
  prepared_at timestamptz not null,
  prepared_by text not null,
  primary key (institution_id, publication_id),
  unique (institution_id, cycle_id, audience, revision),
  foreign key (institution_id, cycle_id) references cycle (institution_id, cycle_id)
);
select protect('publication');
revoke update, delete on publication from milepost_app;

create table publication_act (
  institution_id uuid not null references institution,
  publication_id uuid not null,
  act text not null check (act in ('published', 'withdrawn')),
  acted_at timestamptz not null,
  acted_by text not null,
  acted_by_account_id uuid,
  reason text not null,
  primary key (institution_id, publication_id, act),
  foreign key (institution_id, publication_id) references publication (institution_id, publication_id)
);
select protect('publication_act');
revoke update, delete on publication_act from milepost_app;
