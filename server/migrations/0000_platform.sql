-- What every later migration stands on: the history of migrations, the roles the program works as, and the wall between institutions.

create table schema_migration (
  name text primary key,
  checksum text not null,
  applied_at timestamptz not null default now()
);
comment on table schema_migration is 'The migrations this database has had, with the SHA-256 of each file.';

-- The roles are shared by all databases of a server, so another database may have made them, perhaps at this moment.
-- milepost_app: the program. milepost_roster: who was invited to a survey. milepost_collector: takes ballots in; these two never see each other's tables.
do $$
declare
  wanted name;
begin
  foreach wanted in array array['milepost_app', 'milepost_roster', 'milepost_collector'] loop
    begin
      if not exists (select from pg_roles where rolname = wanted) then
        execute format('create role %I nologin', wanted);
      end if;
    exception when duplicate_object or unique_violation then
      null;
    end;
  end loop;
end
$$;

do $$
declare
  wanted name;
begin
  foreach wanted in array array['milepost_app', 'milepost_roster', 'milepost_collector'] loop
    if not pg_has_role(current_user, wanted, 'member') then
      execute format('grant %I to %I', wanted, current_user);
    end if;
  end loop;
end
$$;

grant usage on schema public to milepost_app, milepost_roster, milepost_collector;

create function wall(table_name regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', table_name);
  execute format('alter table %s force row level security', table_name);
  execute format(
    'create policy institution on %s'
    ' using (institution_id = nullif(current_setting(''app.institution'', true), '''')::uuid)'
    ' with check (institution_id = nullif(current_setting(''app.institution'', true), '''')::uuid)',
    table_name);
  execute format(
    'create policy owner on %s to %I'
    ' using (current_setting(''app.as_owner'', true) = ''yes'')'
    ' with check (current_setting(''app.as_owner'', true) = ''yes'')',
    table_name, current_user);
end
$$;
comment on function wall(regclass) is
  'Walls a table in by institution, for whatever role may use it. The owner of the table sees every institution, if it says so.';

create function protect(table_name regclass) returns void language plpgsql as $$
begin
  perform wall(table_name);
  execute format('grant select, insert, update, delete on %s to milepost_app', table_name);
end
$$;
comment on function protect(regclass) is
  'Walls a table in by institution: the program sees and writes rows of the institution it entered. The owner of the table sees every institution, if it says so.';
