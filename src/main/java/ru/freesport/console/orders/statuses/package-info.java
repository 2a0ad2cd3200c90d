/** What 1C says of orders: its words and what they mean here, what moves an order and what does not, and what people are asked. */
@NamedInterface("statuses")
@NullMarked
package ru.freesport.console.orders.statuses;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
