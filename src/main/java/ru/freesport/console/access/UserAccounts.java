package ru.freesport.console.access;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface UserAccounts extends Repository<UserAccount, UUID> {

    UserAccount save(UserAccount account);

    Optional<UserAccount> findByName(String name);

    List<UserAccount> findAllByOrderByName();
}
