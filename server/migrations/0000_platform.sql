-- What every later migration stands on: the history of migrations, the role the program works as, and the wall between institutions.

create table schema_migration (
  name text primary key,
  checksum text not null,
  applied_at timestamptz not null default now()
);
comment on table schema_migration is 'The migrations this database has had, with the SHA-256 of each file.';

-- The role is shared by all databases of a server, so another database may have made it, perhaps at this moment.
do $$
begin
  if not exists (select from pg_roles where rolname = 'milepost_app') then
    create role milepost_app nologin;
  end if;
exception when duplicate_object or unique_violation then
  null;
end
$$;

do $$
begin
  if not pg_has_role(current_user, 'milepost_app', 'member') then
    execute format('grant milepost_app to %I', current_user);
  end if;
end
$$;

grant usage on schema public to milepost_app;

create function protect(table_name regclass) returns void language plpgsql as $$
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
  execute format('grant select, insert, update, delete on %s to milepost_app', table_name);
end
$$;
comment on function protect(regclass) is
  'Walls a table in by institution: the program sees and writes rows of the institution it entered. The owner of the table sees every institution, if it says so.';
