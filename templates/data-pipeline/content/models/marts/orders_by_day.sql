select
    cast(ordered_at as date) as day,
    cast(count(*) as bigint) as orders,
    cast(sum(amount) as numeric(14, 2)) as amount
from {{ ref('stg_orders') }}
where status <> 'cancelled'
group by cast(ordered_at as date)
