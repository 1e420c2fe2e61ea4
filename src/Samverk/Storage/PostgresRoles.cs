namespace Samverk.Storage;

/// <summary>
/// The SQL that makes the two roles of an installation, and sees to it that one owns the tables and the other may use
/// them. Each step is taken when the login may take it and left when it may not: a login that is plain owner of its
/// database goes on as it is, and <see cref="Separation.Problems"/> says so.
/// </summary>
static class PostgresRoles
{
    /// <summary>Makes the roles, gives tables from before them to the owner, and is the owner until the transaction ends.</summary>
    public static string BecomeOwner(IEnumerable<string> tables) => $"""
        do $$
        declare
          role_name text;
          table_name text;
        begin
          if exists (select from pg_roles where rolname = current_user and (rolsuper or rolcreaterole)) then
            foreach role_name in array array['{Separation.OwnerRole}', '{Separation.AppRole}'] loop
              begin
                if to_regrole(role_name) is null then
                  execute format('create role %I nologin', role_name);
                end if;
                if not pg_has_role(current_user, role_name, 'member') then
                  execute format('grant %I to %I', role_name, current_user);
                end if;
              exception
                -- Another database of the same server made it at the same moment, or it is somebody else's.
                when duplicate_object or unique_violation or insufficient_privilege then null;
              end;
            end loop;
          end if;
          if coalesce(pg_has_role(current_user, to_regrole('{Separation.OwnerRole}')::oid, 'member'), false) then
            begin
              grant usage, create on schema public to {Separation.OwnerRole};
              if to_regrole('{Separation.AppRole}') is not null then
                grant usage on schema public to {Separation.AppRole};
              end if;
            exception when insufficient_privilege then null;
            end;
            if has_schema_privilege('{Separation.OwnerRole}', 'public', 'create') then
              for table_name in {OthersTables(tables)} loop
                execute format('alter table %I owner to {Separation.OwnerRole}', table_name);
              end loop;
              perform set_config('role', '{Separation.OwnerRole}', true);
            end if;
          end if;
        end $$
        """;

    /// <summary>Lets the program's role use every table; the list of scripts it may only read.</summary>
    public static string Grant(IEnumerable<string> tables) => $"""
        do $$
        declare
          table_name text;
        begin
          if current_user = '{Separation.OwnerRole}' and to_regrole('{Separation.AppRole}') is not null then
            grant select on {Schema.Table} to {Separation.AppRole};
            foreach table_name in array array[{Separation.Quoted(tables)}] loop
              execute format('grant select, insert, update, delete on %I to {Separation.AppRole}', table_name);
            end loop;
          end if;
        end $$
        """;

    static string OthersTables(IEnumerable<string> tables) => $"""
        select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relowner <> '{Separation.OwnerRole}'::regrole and relname in ({Separation.Quoted(tables.Append(Schema.Table))})
        """;
}
