-- The scorecard of a cycle: perspectives, objectives, links, measures; and the cards of institution, units and persons.

create table scorecard (
  institution_id uuid not null references institution,
  scorecard_id uuid not null,
  cycle_id uuid not null,
  name_zh text not null,
  name_en text not null,
  mission_zh text not null default '',
  mission_en text not null default '',
  vision_zh text not null default '',
  vision_en text not null default '',
  -- what is decided once for all cards (caps, gates, strict or normalised), see packages/contract/design/schemeRules; what is left out is as the engine does it
  rules jsonb not null default '{}',
  choice_id uuid,
  state text not null default 'draft' check (state in ('draft', 'published')),
  published_at timestamptz,
  published_by text,
  -- the scorecard this one was copied from
  carried_from uuid,
  primary key (institution_id, scorecard_id),
  unique (institution_id, cycle_id),
  foreign key (institution_id, cycle_id) references cycle (institution_id, cycle_id),
  foreign key (institution_id, choice_id) references choice (institution_id, choice_id),
  foreign key (institution_id, carried_from) references scorecard (institution_id, scorecard_id)
);
select protect('scorecard');

create table perspective (
  institution_id uuid not null references institution,
  perspective_id uuid not null,
  scorecard_id uuid not null,
  code text not null,
  name_zh text not null,
  name_en text not null,
  order_no int not null,
  -- intended share of the institution's card
  weight_bp int not null check (weight_bp between 0 and 10000),
  -- how the scores of its objectives become one: weighted mean, held down by a critical one, or the weakest
  roll_rule text not null default 'weighted' check (roll_rule in ('weighted', 'limiting', 'min')),
  primary key (institution_id, perspective_id),
  unique (institution_id, scorecard_id, code),
  foreign key (institution_id, scorecard_id) references scorecard (institution_id, scorecard_id)
);
select protect('perspective');

-- focus areas that cross the perspectives
create table theme (
  institution_id uuid not null references institution,
  theme_id uuid not null,
  scorecard_id uuid not null,
  name_zh text not null,
  name_en text not null,
  order_no int not null,
  primary key (institution_id, theme_id),
  foreign key (institution_id, scorecard_id) references scorecard (institution_id, scorecard_id)
);
select protect('theme');

create table objective (
  institution_id uuid not null references institution,
  objective_id uuid not null,
  scorecard_id uuid not null,
  perspective_id uuid not null,
  code text not null,
  name_zh text not null,
  name_en text not null,
  statement_zh text not null default '',
  statement_en text not null default '',
  order_no int not null,
  -- the finding of the diagnosis this objective answers
  finding_id uuid,
  theme_id uuid,
  -- who answers for it
  owner_person_id uuid,
  -- where it was put on the map by hand, in units of the drawing from the top left of its perspective's band; null: laid out by itself
  map_x int,
  map_y int,
  -- the same for its measures; and whether it holds its perspective down
  roll_rule text not null default 'weighted' check (roll_rule in ('weighted', 'limiting', 'min')),
  critical boolean not null default false,
  primary key (institution_id, objective_id),
  unique (institution_id, scorecard_id, code),
  foreign key (institution_id, scorecard_id) references scorecard (institution_id, scorecard_id),
  foreign key (institution_id, perspective_id) references perspective (institution_id, perspective_id),
  foreign key (institution_id, finding_id) references finding (institution_id, finding_id),
  foreign key (institution_id, theme_id) references theme (institution_id, theme_id),
  foreign key (institution_id, owner_person_id) references person (institution_id, person_id)
);
select protect('objective');

create table map_link (
  institution_id uuid not null references institution,
  from_objective_id uuid not null,
  to_objective_id uuid not null,
  sign text not null default '+' check (sign in ('+', '-')),
  lag_periods int not null default 0 check (lag_periods >= 0),
  rationale_zh text not null default '',
  rationale_en text not null default '',
  -- how much of the effect is expected from this cause
  strength text not null default 'medium' check (strength in ('weak', 'medium', 'strong')),
  owner_person_id uuid,
  -- when the hypothesis is to be looked at again
  review_on date,
  primary key (institution_id, from_objective_id, to_objective_id),
  foreign key (institution_id, owner_person_id) references person (institution_id, person_id),
  foreign key (institution_id, from_objective_id) references objective (institution_id, objective_id),
  foreign key (institution_id, to_objective_id) references objective (institution_id, objective_id),
  check (from_objective_id <> to_objective_id)
);
select protect('map_link');

create table measure (
  institution_id uuid not null references institution,
  measure_id uuid not null,
  code text not null,
  version int not null default 1,
  name_zh text not null,
  name_en text not null,
  -- the definition card (purpose, formula, source, owner, limits ...), see packages/contract/design/measures
  definition jsonb not null,
  unit_zh text not null,
  unit_en text not null,
  direction text not null check (direction in ('up', 'down', 'band')),
  time_aggregation text not null check (time_aggregation in ('sum', 'mean', 'last', 'ratio', 'weighted-mean', 'survey', 'min', 'max')),
  unit_aggregation text not null check (unit_aggregation in ('sum', 'mean', 'ratio', 'weighted-mean', 'survey', 'min', 'max', 'none')),
  -- a factor on numerator / denominator: 100 when the measure is a percentage; null for plain figures
  ratio_scale numeric,
  undefined_policy text not null default 'not-applicable' check (undefined_policy in ('not-applicable', 'full', 'carry')),
  missing_policy text not null default 'zero' check (missing_policy in ('zero', 'exclude', 'carry')),
  min_n int,
  -- values computed by the program: 'pavement' from inspection records, 'survey' from a wave; null: recorded
  computed_from text check (computed_from in ('pavement', 'survey')),
  -- the measure of the library this one was taken from
  library_code text,
  primary key (institution_id, measure_id),
  unique (institution_id, code, version)
);
select protect('measure');

create table card (
  institution_id uuid not null references institution,
  card_id uuid not null,
  scorecard_id uuid not null,
  holder_kind text not null check (holder_kind in ('institution', 'unit', 'person')),
  unit_id uuid,
  person_id uuid,
  -- a person's card is a plan: drafted, proposed, agreed by both; agreed, it changes only by an amendment both agree to
  state text not null default 'draft' check (state in ('draft', 'proposed', 'agreed')),
  -- rises with every change, so that two people do not overwrite each other
  revision int not null default 1,
  -- the template of the library it was drafted from
  template_code text,
  proposed_at timestamptz,
  proposed_by text,
  -- why the other side gave a proposed plan back
  returned_note text not null default '',
  agreed_by_person_at timestamptz,
  agreed_by_head_at timestamptz,
  agreed_by_head text,
  primary key (institution_id, card_id),
  foreign key (institution_id, scorecard_id) references scorecard (institution_id, scorecard_id),
  foreign key (institution_id, unit_id) references unit (institution_id, unit_id),
  foreign key (institution_id, person_id) references person (institution_id, person_id),
  check (
    (holder_kind = 'institution' and unit_id is null and person_id is null)
    or (holder_kind = 'unit' and unit_id is not null and person_id is null)
    or (holder_kind = 'person' and unit_id is not null and person_id is not null)
  )
);
create unique index card_of_institution on card (institution_id, scorecard_id) where holder_kind = 'institution';
create unique index card_of_unit on card (institution_id, scorecard_id, unit_id) where holder_kind = 'unit';
create unique index card_of_person on card (institution_id, scorecard_id, person_id) where holder_kind = 'person';
select protect('card');

create table card_measure (
  institution_id uuid not null references institution,
  card_measure_id uuid not null,
  card_id uuid not null,
  measure_id uuid not null,
  objective_id uuid,
  order_no int not null,
  -- share of the whole card
  weight_bp int not null check (weight_bp between 0 and 10000),
  -- scoring rule as packages/scorecard/rules names it: {"kind": "...", ...decimals as text}
  rule jsonb not null,
  -- whose values count: the holder's own, those of the unit the holder belongs to (for a unit: the unit above), or the institution's
  value_scope text not null default 'own' check (value_scope in ('own', 'unit', 'institution')),
  cascade_kind text not null default 'unique' check (cascade_kind in ('identical', 'contributory', 'shared', 'causal', 'unique')),
  parent_card_measure_id uuid,
  -- shares of the year's twelve months of a flow; null: every month alike
  profile jsonb,
  -- holds its objective down where that rolls up by its weakest
  critical boolean not null default false,
  primary key (institution_id, card_measure_id),
  unique (institution_id, card_id, measure_id),
  foreign key (institution_id, card_id) references card (institution_id, card_id),
  foreign key (institution_id, measure_id) references measure (institution_id, measure_id),
  foreign key (institution_id, objective_id) references objective (institution_id, objective_id),
  foreign key (institution_id, parent_card_measure_id) references card_measure (institution_id, card_measure_id)
);
select protect('card_measure');

create table development_goal (
  institution_id uuid not null references institution,
  goal_id uuid not null,
  card_id uuid not null,
  objective_id uuid,
  title_zh text not null,
  title_en text not null default '',
  -- what will show that it was reached
  proof_zh text not null default '',
  proof_en text not null default '',
  support text not null default '',
  due_on date not null,
  state text not null default 'planned' check (state in ('planned', 'achieved', 'partly-achieved', 'not-achieved')),
  evidence text not null default '',
  primary key (institution_id, goal_id),
  foreign key (institution_id, card_id) references card (institution_id, card_id),
  foreign key (institution_id, objective_id) references objective (institution_id, objective_id)
);
select protect('development_goal');

-- which template of the library drafts a unit's card; a row is a choice made by the office, null means "no card"
create table unit_template (
  institution_id uuid not null references institution,
  unit_id uuid not null,
  template_code text,
  chosen_by text not null,
  chosen_at timestamptz not null,
  primary key (institution_id, unit_id),
  foreign key (institution_id, unit_id) references unit (institution_id, unit_id)
);
select protect('unit_template');

-- the same for a post; it goes before the post's own card_template
create table post_template (
  institution_id uuid not null references institution,
  post_id uuid not null,
  template_code text,
  chosen_by text not null,
  chosen_at timestamptz not null,
  primary key (institution_id, post_id),
  foreign key (institution_id, post_id) references post (institution_id, post_id)
);
select protect('post_template');

-- what was published, each time something of it changed: the whole scheme by codes, with its hash; never changed again
create table scorecard_version (
  institution_id uuid not null references institution,
  scorecard_id uuid not null,
  version int not null,
  hash text not null,
  -- see packages/scorecard/schemeDifference
  content jsonb not null,
  reason text not null default '',
  published_at timestamptz not null,
  published_by text not null,
  primary key (institution_id, scorecard_id, version),
  foreign key (institution_id, scorecard_id) references scorecard (institution_id, scorecard_id)
);
select protect('scorecard_version');
revoke update, delete on scorecard_version from milepost_app;

-- a request to change a target after the card was agreed; the rule in force stands on the card, the planned one stays here
create table target_change (
  institution_id uuid not null references institution,
  change_id uuid not null,
  card_measure_id uuid not null,
  rule_before jsonb not null,
  rule_after jsonb not null,
  reason text not null,
  asked_at timestamptz not null,
  asked_by text not null,
  asked_by_account_id uuid,
  decision text check (decision in ('approved', 'declined')),
  answer text not null default '',
  decided_at timestamptz,
  decided_by text,
  primary key (institution_id, change_id),
  foreign key (institution_id, card_measure_id) references card_measure (institution_id, card_measure_id)
);
create unique index target_change_open on target_change (institution_id, card_measure_id) where decision is null;
select protect('target_change');
revoke delete on target_change from milepost_app;

-- the weights of a scorecard found by several ways: those of its perspectives ('perspectives') or of the measures under one of them (its id)
create table weighing (
  institution_id uuid not null references institution,
  scorecard_id uuid not null,
  about text not null,
  -- pairwise judgements by code, as in choice; the order of G1 with the ratio of each to the next
  judgements jsonb not null default '{}',
  order_codes jsonb not null default '[]',
  ratios jsonb not null default '[]',
  revision int not null default 1,
  -- the way adopted last, why, and what was found and set then; never filled by the program alone
  adopted jsonb,
  primary key (institution_id, scorecard_id, about),
  foreign key (institution_id, scorecard_id) references scorecard (institution_id, scorecard_id)
);
select protect('weighing');

-- a change to an agreed plan: asked by one side with its reason, in force once the other (and late in the period the level above) agrees;
-- until then the plan stays as it was agreed. Answered, a row no longer changes.
create table plan_amendment (
  institution_id uuid not null references institution,
  amendment_id uuid not null,
  card_id uuid not null,
  -- of the plan it was written on
  revision int not null,
  reason text not null,
  -- as packages/contract/design/plans savePlan takes them
  lines jsonb not null,
  goals jsonb not null,
  asked_side text not null check (asked_side in ('person', 'head')),
  asked_at timestamptz not null,
  asked_by text not null,
  asked_by_account_id uuid,
  needs_level_above boolean not null,
  agreed_at timestamptz,
  agreed_by text,
  agreed_by_account_id uuid,
  state text not null default 'open' check (state in ('open', 'in-force', 'declined', 'withdrawn')),
  answer text not null default '',
  closed_at timestamptz,
  closed_by text,
  -- the first day the amended plan holds
  in_force_from date,
  -- the plan as it stood until then, with its hash
  plan_before jsonb,
  hash_before text,
  primary key (institution_id, amendment_id),
  foreign key (institution_id, card_id) references card (institution_id, card_id),
  check ((state = 'open') = (closed_at is null)),
  check ((state = 'in-force') = (plan_before is not null)),
  check ((state = 'in-force') = (in_force_from is not null))
);
create unique index plan_amendment_open on plan_amendment (institution_id, card_id) where state = 'open';
select protect('plan_amendment');
revoke delete on plan_amendment from milepost_app;

-- a leader has decided, by name and with the reason, that a plan nobody agreed is not scored
create table plan_exception (
  institution_id uuid not null references institution,
  card_id uuid not null,
  reason text not null,
  decided_at timestamptz not null,
  decided_by text not null,
  primary key (institution_id, card_id),
  foreign key (institution_id, card_id) references card (institution_id, card_id)
);
select protect('plan_exception');
revoke update, delete on plan_exception from milepost_app;
