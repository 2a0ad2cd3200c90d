package ru.freesport.console.onec;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param pause how long a file's size must stand still before it counts as complete */
@ConfigurationProperties("freesport.onec.ftp.inbox")
record FtpInboxSettings(@DefaultValue("5s") Duration pause) {}
