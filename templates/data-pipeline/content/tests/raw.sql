-- What the sources look like, for CI.
create schema raw;

create table raw.orders (
    order_id bigint,
    status text,
    amount numeric,
    ordered_at timestamp,
    loaded_at timestamp
);
