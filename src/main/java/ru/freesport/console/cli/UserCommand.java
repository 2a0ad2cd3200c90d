package ru.freesport.console.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import ru.freesport.console.access.Account;
import ru.freesport.console.access.AccountChange;
import ru.freesport.console.access.Accounts;
import ru.freesport.console.access.OneTimePassword;
import ru.freesport.console.access.Role;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.shared.Actor;
import tools.jackson.databind.json.JsonMapper;

/** Accounts without the screens: the first ones, and the way back in for an administrator who is locked out. */
@Command(name = "user", description = "Console users and 1C accounts", mixinStandardHelpOptions = true)
final class UserCommand implements Runnable {

    private final Function<String[], ConfigurableApplicationContext> application;

    @Spec
    private @Nullable CommandSpec spec;

    UserCommand(Function<String[], ConfigurableApplicationContext> application) {
        this.application = application;
    }

    @Override
    public void run() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(), "Name a command; user --help lists them.");
    }

    @Command(mixinStandardHelpOptions = true, description = "Adds an account and prints its one-time password")
    int add(
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--role", required = true, split = ",", description = "${COMPLETION-CANDIDATES}")
                    Set<Role> roles,
            @Option(names = "--reason", defaultValue = "console user add", description = "for the audit log")
                    String reason,
            @Option(names = "--password-stdin", description = "takes the password from the standard input")
                    boolean passwordGiven)
            throws IOException {
        String password = password(passwordGiven);
        return change(accounts -> accounts.add(name, roles, password, reason), passwordGiven ? null : password);
    }

    @Command(mixinStandardHelpOptions = true, description = "Gives an account a new password and lifts its lock")
    int password(
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--reason", defaultValue = "console user password", description = "for the audit log")
                    String reason,
            @Option(names = "--password-stdin", description = "takes the password from the standard input")
                    boolean passwordGiven)
            throws IOException {
        String password = password(passwordGiven);
        return change(accounts -> accounts.setPassword(name, password, reason), passwordGiven ? null : password);
    }

    @Command(mixinStandardHelpOptions = true, description = "Disables an account; its open sessions end")
    int disable(
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--reason", required = true, description = "for the audit log") String reason) {
        return change(accounts -> accounts.disable(name, reason), null);
    }

    @Command(mixinStandardHelpOptions = true, description = "Lists the accounts")
    int list(@Option(names = "--json", description = "one JSON document") boolean json) {
        try (var context = application.apply(new String[0])) {
            List<Account> accounts = RunAs.actor(Actor.commandLine(), context.getBean(Accounts.class)::list);
            PrintWriter out = out();
            if (json) {
                out.println(context.getBean(JsonMapper.class).writeValueAsString(accounts));
            } else {
                accounts.forEach(account -> out.printf(
                        "%-24s %-10s %s%n", account.name(), state(account), String.join(",", words(account.roles()))));
            }
            out.flush();
            return ExitCode.OK;
        }
    }

    private int change(Function<Accounts, AccountChange> act, @Nullable String oneTimePassword) {
        try (var context = application.apply(new String[0])) {
            AccountChange change = RunAs.actor(Actor.commandLine(), () -> act.apply(context.getBean(Accounts.class)));
            return switch (change) {
                case AccountChange.Done(Account account) -> {
                    out().println(oneTimePassword == null ? account.name() : account.name() + " " + oneTimePassword);
                    out().flush();
                    yield ExitCode.OK;
                }
                case AccountChange.Refused(AccountChange.Why why) -> {
                    Objects.requireNonNull(spec).commandLine().getErr().println(words(why));
                    yield ExitCode.USAGE;
                }
            };
        }
    }

    private static String password(boolean given) throws IOException {
        if (!given) {
            return OneTimePassword.generate();
        }
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        return Objects.requireNonNullElse(in.readLine(), "");
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    private static String state(Account account) {
        return account.disabled() ? "disabled" : account.isLocked(Instant.now()) ? "locked" : "active";
    }

    private static List<String> words(Set<Role> roles) {
        return roles.stream().sorted().map(Role::name).toList();
    }

    /** The screen's own words, in English. */
    private static String words(AccountChange.Why why) {
        return ResourceBundle.getBundle("vaadin-i18n/access", Locale.ENGLISH).getString("access.refused." + why.name());
    }
}
