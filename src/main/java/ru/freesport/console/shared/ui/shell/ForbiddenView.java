package ru.freesport.console.shared.ui.shell;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.stream.Collectors;
import ru.freesport.console.shared.ui.EmptyState;
import ru.freesport.console.shared.ui.Texts;

/** The person may not open this screen; says which role opens it and whom to ask. */
@AnonymousAllowed
@ParentLayout(MainLayout.class)
class ForbiddenView extends Main implements HasErrorParameter<AccessDeniedException>, HasDynamicTitle {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        String roles = RouteConfiguration.forApplicationScope()
                .getRoute(event.getLocation().getPath())
                .map(view -> view.getAnnotation(RolesAllowed.class))
                .map(allowed -> Arrays.stream(allowed.value())
                        .map(role -> Texts.t("shared.role." + role))
                        .collect(Collectors.joining(", ")))
                .orElse("");
        removeAll();
        addClassName("page");
        add(new EmptyState(
                VaadinIcon.LOCK,
                Texts.t("shared.forbidden.title"),
                roles.isEmpty() ? Texts.t("shared.forbidden.text") : Texts.t("shared.forbidden.roles", roles)));
        return HttpServletResponse.SC_FORBIDDEN;
    }

    @Override
    public String getPageTitle() {
        return Texts.t("shared.forbidden.title");
    }
}
