package ru.freesport.console.access.ui;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.stereotype.Component;
import ru.freesport.console.access.OwnPassword;

/** Sends whoever still has a handed-out password to change it, whatever address was asked for. */
@Component
class FirstPasswordFirst implements VaadinServiceInitListener {

    private final OwnPassword password;

    FirstPasswordFirst(OwnPassword password) {
        this.password = password;
    }

    @Override
    public void serviceInit(ServiceInitEvent start) {
        start.getSource()
                .addUIInitListener(ui -> ui.getUI().addBeforeEnterListener(entering -> {
                    if (password.mustChange() && entering.getNavigationTarget() != ChangePasswordView.class) {
                        entering.forwardTo(ChangePasswordView.class);
                    }
                }));
    }
}
