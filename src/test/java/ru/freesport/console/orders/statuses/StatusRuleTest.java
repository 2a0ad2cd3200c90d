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

class StatusRuleTest {

    private static final List<OrderStatus> OPEN = List.of(PENDING, CONFIRMED, PROCESSING, SHIPPED);

    @Test
    void theSameStatusIsNoMove() {
        for (OrderStatus status : OrderStatus.values()) {
            assertThat(StatusRule.of(status, status)).isEqualTo(StatusRule.SAME_STATUS);
        }
        assertThat(StatusRule.SAME_STATUS.moves()).isFalse();
    }

    @Test
    void aStatusAtTheEndNeverChanges() {
        for (OrderStatus end : List.of(DELIVERED, CANCELLED, REFUNDED)) {
            for (OrderStatus wanted : OrderStatus.values()) {
                assertThat(StatusRule.of(end, wanted).moves())
                        .as("%s to %s", end, wanted)
                        .isFalse();
            }
        }
        assertThat(StatusRule.of(DELIVERED, REFUNDED)).isEqualTo(StatusRule.TERMINAL_STATUS_STAYS);
    }

    @Test
    void cancelledAndRefundedAreAllowedFromEveryOpenStatus() {
        for (OrderStatus open : OPEN) {
            assertThat(StatusRule.of(open, CANCELLED)).isEqualTo(StatusRule.CANCELLED_FROM_ANYWHERE);
            assertThat(StatusRule.of(open, REFUNDED)).isEqualTo(StatusRule.REFUNDED_FROM_ANYWHERE);
        }
    }

    @Test
    void nothingGoesBackAlongTheWay() {
        assertThat(StatusRule.of(SHIPPED, CONFIRMED)).isEqualTo(StatusRule.NEVER_BACK);
        assertThat(StatusRule.of(CONFIRMED, PENDING)).isEqualTo(StatusRule.NEVER_BACK);
        assertThat(StatusRule.of(PROCESSING, CONFIRMED).moves()).isFalse();
    }

    @Test
    void forwardMayLeaveStepsOut() {
        assertThat(StatusRule.of(PENDING, CONFIRMED)).isEqualTo(StatusRule.FORWARD);
        assertThat(StatusRule.of(PENDING, DELIVERED)).isEqualTo(StatusRule.FORWARD);
        assertThat(StatusRule.of(CONFIRMED, SHIPPED).moves()).isTrue();
    }
}
