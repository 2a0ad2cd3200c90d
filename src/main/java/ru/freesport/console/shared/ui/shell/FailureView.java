package ru.freesport.console.shared.ui.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import ru.freesport.console.shared.ui.EmptyState;
import ru.freesport.console.shared.ui.Texts;

/** A screen broke while it opened: an id to search by and a way to try again, no stack trace. */
@AnonymousAllowed
@ParentLayout(MainLayout.class)
class FailureView extends Main implements HasErrorParameter<Exception>, HasDynamicTitle {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        String id = ConsoleErrorHandler.logged(parameter.getException());
        Button again = new Button(Texts.t("shared.failure.again"), VaadinIcon.REFRESH.create());
        again.addClickListener(_ -> getUI().ifPresent(ui -> ui.getPage().reload()));
        removeAll();
        addClassName("page");
        add(new EmptyState(VaadinIcon.WARNING, Texts.t("shared.failure.title"), Texts.t("shared.failure.text", id))
                .action(again));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    @Override
    public String getPageTitle() {
        return Texts.t("shared.failure.title");
    }
}
