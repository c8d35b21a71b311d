-- The latest state of each order, with the names and types that the contract has.
with states as (
    select
        order_id,
        status,
        amount,
        ordered_at,
        row_number() over (
            partition by order_id
            order by loaded_at desc
        ) as age
    from {{ source('raw', 'orders') }}
)

select
    cast(order_id as text) as order_id,
    lower(status) as status,
    cast(amount as numeric(12, 2)) as amount,
    cast(ordered_at as timestamp) as ordered_at
from states
where age = 1
