-- Who wrote last about a technician, for those who write at the same time.
alter table technicians add column updated_at timestamp with time zone default current_timestamp not null;
alter table technicians add column updated_by varchar(100) default '' not null;
