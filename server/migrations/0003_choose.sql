-- The comparison of methods: judgements, ratings, judges, and the recorded decision.

create table choice (
  institution_id uuid not null references institution,
  choice_id uuid not null,
  title_zh text not null,
  title_en text not null,
  criteria jsonb not null,
  methods jsonb not null,
  -- the office's judgements, the upper triangle of the pairwise matrix: {"C1/C2": "3", "C1/C3": "1/2"}; a pair that is not there was not judged
  judgements jsonb not null,
  -- the office's ratings: {"C1/BSC": 9}, and why each is what it is: {"C1/BSC": {"zh": "...", "en": "..."}}
  ratings jsonb not null,
  reasons jsonb not null default '{}',
  -- whose judgements give the weights, whose ratings are ranked
  weights_from text not null default 'office' check (weights_from in ('office', 'judges')),
  ratings_from text not null default 'office' check (ratings_from in ('office', 'raters')),
  -- rises with everything that changes the result, so that nobody decides on what they have not seen
  revision int not null default 1,
  state text not null default 'open' check (state in ('open', 'decided')),
  decided_method text,
  decision_reason text,
  -- what is taken over from other methods: [{"method": "KPI", "use": "..."}]
  decided_hybrid jsonb,
  decided_by text,
  decided_at timestamptz,
  -- inputs and result the decision rested on, kept as they were, with their hash
  decided_result jsonb,
  decided_hash text,
  primary key (institution_id, choice_id)
);
select protect('choice');

-- an account invited to judge; drafts are kept, and only what was submitted counts
create table choice_judge (
  institution_id uuid not null references institution,
  choice_id uuid not null,
  account_id uuid not null,
  -- as the account was called when it was invited
  name text not null,
  order_no int not null,
  invited_at timestamptz not null,
  invited_by text not null,
  judgements jsonb not null default '{}',
  -- {"C1/BSC": {"value": 9, "reason": "..."}}
  ratings jsonb not null default '{}',
  revision int not null default 1,
  changed_at timestamptz,
  submitted_at timestamptz,
  primary key (institution_id, choice_id, account_id),
  foreign key (institution_id, choice_id) references choice (institution_id, choice_id),
  foreign key (institution_id, account_id) references account (institution_id, account_id)
);
select protect('choice_judge');
