-- Rows that this finds are faults.
select day
from {{ ref('orders_by_day') }}
where day > current_date
