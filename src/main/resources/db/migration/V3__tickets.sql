-- Tickets and what happened to them. Written for H2 and PostgreSQL alike. Priorities are ranks, 1 (low) to 4 (critical), so that they sort.

create sequence tickets_seq;
create table tickets (
    id                 bigint                   not null primary key,
    version            bigint                   not null,
    number             varchar(20)              not null,
    customer_id        bigint                   not null references customers (id),
    technician_id      bigint                   references technicians (id),
    created_by         bigint                   not null references users (id),
    type               varchar(20)              not null,
    category           varchar(30),
    title              varchar(200)             not null,
    description        varchar(5000)            not null,
    priority           integer                  not null,
    status             varchar(20)              not null,
    estimated_minutes  integer                  not null,
    actual_minutes     integer,
    resolution_notes   varchar(5000)            not null,
    customer_rating    integer,
    created_at         timestamp with time zone not null,
    updated_at         timestamp with time zone not null,
    scheduled_at       timestamp with time zone,
    first_assigned_at  timestamp with time zone,
    started_at         timestamp with time zone,
    held_since         timestamp with time zone,
    held_seconds       bigint                   not null,
    completed_at       timestamp with time zone,
    cancelled_at       timestamp with time zone,
    sla_due_at         timestamp with time zone not null,
    resolution_seconds bigint,
    constraint tickets_number_unique unique (number),
    constraint tickets_status_known check (status = any (array['OPEN', 'ASSIGNED', 'IN_PROGRESS', 'ON_HOLD', 'COMPLETED', 'CANCELLED'])),
    constraint tickets_type_known
        check (type = any (array['INSTALLATION', 'REPAIR', 'MAINTENANCE', 'UPGRADE', 'WIFI_SETUP', 'DOWNGRADE', 'DISMANTLE'])),
    constraint tickets_priority_known check (priority between 1 and 4),
    constraint tickets_rating_known check (customer_rating between 1 and 5)
);
create index tickets_status_created_idx on tickets (status, created_at);
create index tickets_technician_status_idx on tickets (technician_id, status);
create index tickets_customer_idx on tickets (customer_id, created_at);
create index tickets_created_idx on tickets (created_at);
create index tickets_updated_idx on tickets (updated_at);
create index tickets_completed_idx on tickets (completed_at);
create index tickets_cancelled_idx on tickets (cancelled_at);
create index tickets_due_idx on tickets (sla_due_at);
create index tickets_scheduled_idx on tickets (scheduled_at);
create index tickets_priority_created_idx on tickets (priority, created_at);
create index tickets_type_created_idx on tickets (type, created_at);

-- One row per write, in the order of the ticket's versions; changes is a JSON array of {field, from, to}.
create sequence ticket_history_seq;
create table ticket_history (
    id             bigint                   not null primary key,
    ticket_id      bigint                   not null references tickets (id),
    ticket_version bigint                   not null,
    happened_at    timestamp with time zone not null,
    done_by        bigint                   not null references users (id),
    kind           varchar(20)              not null,
    from_status    varchar(20),
    to_status      varchar(20)              not null,
    note           varchar(2000)            not null,
    changes        varchar(40000)           not null,
    constraint ticket_history_version_unique unique (ticket_id, ticket_version),
    constraint ticket_history_kind_known check (kind = any (array['CREATED', 'STATUS', 'ASSIGNED', 'EDITED']))
);
create index ticket_history_happened_idx on ticket_history (happened_at);
