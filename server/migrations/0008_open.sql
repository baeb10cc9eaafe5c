-- What was published: an immutable, hashed snapshot an audience.

create table publication (
  institution_id uuid not null references institution,
  publication_id uuid not null,
  cycle_id uuid not null,
  audience text not null check (audience in ('public', 'authority', 'staff')),
  revision int not null,
  state text not null default 'draft' check (state in ('draft', 'published', 'withdrawn')),
  snapshot jsonb not null,
  snapshot_hash text not null,
  prepared_at timestamptz not null,
  prepared_by text not null,
  published_at timestamptz,
  published_by text,
  reason text not null default '',
  primary key (institution_id, publication_id),
  unique (institution_id, cycle_id, audience, revision),
  foreign key (institution_id, cycle_id) references cycle (institution_id, cycle_id)
);
select protect('publication');

-- What somebody says is wrong in the data about him or her, and what became of it.
create table correction_request (
  institution_id uuid not null references institution,
  request_id uuid not null,
  account_id uuid not null,
  asked_by text not null,
  asked_at timestamptz not null,
  what text not null,
  wanted text not null,
  state text not null default 'open' check (state in ('open', 'corrected', 'declined')),
  answer text not null default '',
  answered_at timestamptz,
  answered_by text,
  primary key (institution_id, request_id),
  foreign key (institution_id, account_id) references account (institution_id, account_id)
);
create index correction_request_account on correction_request (institution_id, account_id);
select protect('correction_request');
