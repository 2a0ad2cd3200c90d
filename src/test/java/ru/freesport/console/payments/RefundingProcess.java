package ru.freesport.console.payments;

import java.util.List;
import java.util.UUID;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import ru.freesport.console.ConsoleApplication;
import ru.freesport.console.shared.Money;

/** A process in which somebody asks for a refund, and which is killed while it waits for the answer. */
final class RefundingProcess {

    private RefundingProcess() {}

    /** @param arguments the payment's id, and the sum */
    public static void main(String[] arguments) throws InterruptedException {
        try {
            refund(arguments);
        } catch (RuntimeException broken) {
            broken.printStackTrace();
            System.exit(1);
        }
        Thread.sleep(Long.MAX_VALUE);
    }

    private static void refund(String[] arguments) {
        ConfigurableApplicationContext console = new SpringApplicationBuilder(ConsoleApplication.class)
                .web(WebApplicationType.NONE)
                .profiles("command")
                .run();
        console.getBean(OperationRunner.class);
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("vera", "", "ROLE_ADMIN"));
        console.getBean(Refunds.class)
                .request(new RefundWish(
                        UUID.randomUUID(),
                        UUID.fromString(arguments[0]),
                        List.of(),
                        Money.roubles(arguments[1]),
                        RefundReason.DEFECT,
                        null,
                        null));
    }
}
