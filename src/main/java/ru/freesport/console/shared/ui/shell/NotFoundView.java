package ru.freesport.console.shared.ui.shell;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import ru.freesport.console.shared.ui.EmptyState;
import ru.freesport.console.shared.ui.Texts;

/** Nothing lives at this address. */
@AnonymousAllowed
@ParentLayout(MainLayout.class)
class NotFoundView extends Main implements HasErrorParameter<NotFoundException>, HasDynamicTitle {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        removeAll();
        addClassName("page");
        add(new EmptyState(
                VaadinIcon.QUESTION_CIRCLE_O,
                Texts.t("shared.notFound.title"),
                Texts.t("shared.notFound.text", "/" + event.getLocation().getPath())));
        return HttpServletResponse.SC_NOT_FOUND;
    }

    @Override
    public String getPageTitle() {
        return Texts.t("shared.notFound.title");
    }
}
