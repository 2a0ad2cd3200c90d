package ru.freesport.console.access;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The stored account; whatever logins count is written past it, see {@link PasswordCheck}. */
@Entity
@Table(name = "account")
class UserAccount {

    @Id
    private UUID id;

    @Version
    private long version;

    private String name;
    private String password;
    private boolean disabled;
    private boolean mustChangePassword;
    private Instant passwordChangedAt;
    private boolean demo;
    private int stamp;
    private Instant createdAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "account_role", joinColumns = @JoinColumn(name = "account_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles = new HashSet<>();

    @Column(insertable = false, updatable = false)
    private @Nullable Instant lockedUntil;

    @Column(insertable = false, updatable = false)
    private @Nullable Instant lastLoginAt;

    @SuppressWarnings("NullAway.Init")
    protected UserAccount() {}

    UserAccount(String name, Set<Role> roles, String encodedPassword, boolean mustChangePassword, Instant now) {
        this.id = UUID.randomUUID();
        this.name = name;
        this.roles.addAll(roles);
        this.password = encodedPassword;
        this.mustChangePassword = mustChangePassword;
        this.passwordChangedAt = now;
        this.createdAt = now;
    }

    void disable() {
        disabled = true;
        stamp++;
    }

    void enable() {
        disabled = false;
    }

    void play(Set<Role> newRoles) {
        roles.clear();
        roles.addAll(newRoles);
        stamp++;
    }

    /** The account is nobody's demo any more: its password is not the well-known one. */
    void changePassword(String encodedPassword, boolean mustChange, Instant now) {
        password = encodedPassword;
        mustChangePassword = mustChange;
        passwordChangedAt = now;
        demo = false;
        stamp++;
    }

    boolean isActiveAdmin() {
        return !disabled && roles.contains(Role.ADMIN);
    }

    UUID id() {
        return id;
    }

    String password() {
        return password;
    }

    int stamp() {
        return stamp;
    }

    Set<Role> roles() {
        return roles.isEmpty() ? EnumSet.noneOf(Role.class) : EnumSet.copyOf(roles);
    }

    Account toAccount() {
        return new Account(
                id,
                name,
                roles(),
                disabled,
                mustChangePassword,
                passwordChangedAt,
                createdAt,
                lockedUntil,
                lastLoginAt);
    }
}
