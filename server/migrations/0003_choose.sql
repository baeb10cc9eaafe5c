-- The comparison of methods: judgements, ratings, and the recorded decision.

create table choice (
  institution_id uuid not null references institution,
  choice_id uuid not null,
  title_zh text not null,
  title_en text not null,
  criteria jsonb not null,
  methods jsonb not null,
  -- upper triangle of the pairwise matrix: {"C1/C2": "3", "C1/C3": "1/2"}
  judgements jsonb not null,
  ratings jsonb not null,
  revision int not null default 1,
  state text not null default 'open' check (state in ('open', 'decided')),
  decided_method text,
  decision_reason text,
  decided_by text,
  decided_at timestamptz,
  -- the computed result the decision rested on, kept as it was
  decided_result jsonb,
  primary key (institution_id, choice_id)
);
select protect('choice');
