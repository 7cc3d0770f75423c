-- Seconds from the creation of a ticket to its first assignment; what dashboards average.
alter table tickets add column response_seconds bigint;
create index tickets_first_assigned_idx on tickets (first_assigned_at);
