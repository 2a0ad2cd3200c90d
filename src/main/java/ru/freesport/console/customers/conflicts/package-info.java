/** What shop and 1C cannot agree on by themselves: the queue, the decisions of people, and the policy that spares them. */
@NullMarked
@NamedInterface("conflicts")
package ru.freesport.console.customers.conflicts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
