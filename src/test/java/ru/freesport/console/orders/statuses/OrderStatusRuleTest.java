package ru.freesport.console.orders.statuses;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.freesport.console.orders.OrderStatus.CANCELLED;
import static ru.freesport.console.orders.OrderStatus.CONFIRMED;
import static ru.freesport.console.orders.OrderStatus.DELIVERED;
import static ru.freesport.console.orders.OrderStatus.PENDING;
import static ru.freesport.console.orders.OrderStatus.PROCESSING;
import static ru.freesport.console.orders.OrderStatus.REFUNDED;
import static ru.freesport.console.orders.OrderStatus.SHIPPED;

import java.util.List;
import org.junit.jupiter.api.Test;
import ru.freesport.console.orders.OrderStatus;

class OrderStatusRuleTest {

    @Test
    void partsThatAgreeSpeakForTheOrder() {
        is(List.of(SHIPPED, SHIPPED), OrderStatusRule.ALL_PARTS_EQUAL, SHIPPED);
        is(List.of(REFUNDED), OrderStatusRule.ALL_PARTS_EQUAL, REFUNDED);
    }

    @Test
    void onePendingPartKeepsTheOrderPending() {
        is(List.of(DELIVERED, PENDING, CANCELLED), OrderStatusRule.ANY_PART_PENDING, PENDING);
    }

    @Test
    void otherwiseTheOpenPartThatIsFarthestBehindDecides() {
        is(List.of(SHIPPED, CONFIRMED, PROCESSING), OrderStatusRule.LEAST_OF_THE_OPEN_PARTS, CONFIRMED);
        is(List.of(DELIVERED, SHIPPED), OrderStatusRule.LEAST_OF_THE_OPEN_PARTS, SHIPPED);
        is(List.of(CANCELLED, PROCESSING), OrderStatusRule.LEAST_OF_THE_OPEN_PARTS, PROCESSING);
    }

    @Test
    void endsThatDifferMakeACancelledOrder() {
        is(List.of(DELIVERED, CANCELLED), OrderStatusRule.DIFFERENT_ENDS_ARE_CANCELLED, CANCELLED);
        is(List.of(DELIVERED, REFUNDED), OrderStatusRule.DIFFERENT_ENDS_ARE_CANCELLED, CANCELLED);
    }

    private static void is(List<OrderStatus> parts, OrderStatusRule rule, OrderStatus status) {
        assertThat(OrderStatusRule.of(parts)).isEqualTo(rule);
        assertThat(OrderStatusRule.status(parts)).isEqualTo(status);
    }
}
