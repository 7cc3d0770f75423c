-- Customers and the field staff. Written for H2 and PostgreSQL alike.
-- Closed sets are checked with "= any (array[...])": H2 forgets the meaning of "in (...)" when the connection that made the table ends.

create sequence customers_seq;
create table customers (
    id             bigint                   not null primary key,
    version        bigint                   not null,
    number         varchar(20)              not null,
    name           varchar(100)             not null,
    phone          varchar(20)              not null,
    email          varchar(100)             not null,
    address        varchar(500)             not null,
    city           varchar(100)             not null,
    account_status varchar(30)              not null,
    created_at     timestamp with time zone not null,
    updated_at     timestamp with time zone not null,
    constraint customers_number_unique unique (number),
    constraint customers_account_status_known
        check (account_status = any (array['PENDING_INSTALLATION', 'ACTIVE', 'INACTIVE', 'SUSPENDED', 'TERMINATED']))
);
create index customers_created_idx on customers (created_at);
create index customers_name_idx on customers (name);

create sequence technicians_seq;
create table technicians (
    id                bigint                   not null primary key,
    version           bigint                   not null,
    user_id           bigint                   not null references users (id),
    employee_id       varchar(20)              not null,
    skill_level       varchar(20)              not null,
    work_zone         varchar(50)              not null,
    max_daily_tickets integer                  not null,
    availability      varchar(20)              not null,
    created_at        timestamp with time zone not null,
    constraint technicians_user_unique unique (user_id),
    constraint technicians_employee_unique unique (employee_id),
    constraint technicians_skill_level_known check (skill_level = any (array['JUNIOR', 'SENIOR', 'EXPERT', 'SPECIALIST'])),
    constraint technicians_availability_known check (availability = any (array['AVAILABLE', 'BUSY', 'BREAK', 'OFFLINE'])),
    constraint technicians_max_positive check (max_daily_tickets > 0)
);
