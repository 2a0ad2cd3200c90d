package ru.freesport.console.storefront;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import ru.freesport.console.customers.Customer;
import ru.freesport.console.customers.Customers;
import ru.freesport.console.orders.Order;
import ru.freesport.console.orders.OrderLine;
import ru.freesport.console.payments.Contact;
import ru.freesport.console.payments.NewPayment;
import ru.freesport.console.payments.PaymentLine;
import ru.freesport.console.shared.Money;

/** Says in the words of payments what of an order is to be paid; these know no orders. */
@Component
class OrderPayments {

    private final Customers customers;

    OrderPayments(Customers customers) {
        this.customers = customers;
    }

    NewPayment of(Order order, String returnUrl) {
        Optional<Customer> customer = customers.find(order.customerId());
        Contact contact =
                customer.map(one -> new Contact(one.email(), one.phone())).orElse(Contact.NONE);
        List<NewPayment.Line> lines = order.parts().stream()
                .flatMap(part -> part.lines().stream())
                .map(line -> line(line, order.currency()))
                .toList();
        return new NewPayment(
                order.number(), new Money(order.total(), order.currency()), order.number(), returnUrl, contact, lines);
    }

    private static NewPayment.Line line(OrderLine line, String currency) {
        return new NewPayment.Line(
                line.kind() == OrderLine.Kind.DELIVERY ? PaymentLine.Kind.DELIVERY : PaymentLine.Kind.GOODS,
                line.variantOnecId(),
                line.name(),
                line.quantity(),
                new Money(line.sum(), currency),
                line.vat().code());
    }
}
