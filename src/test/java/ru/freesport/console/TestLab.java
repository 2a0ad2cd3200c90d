package ru.freesport.console;

import java.time.Duration;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import ru.freesport.console.simulator.SimulatorSettings;
import ru.freesport.console.simulator.Simulators;
import ru.freesport.console.simulator.YooKassaContract;

/**
 * One set of simulated systems for all tests of a run. The shared context calls its YooKassa; every request is held
 * against the description.
 */
public final class TestLab implements LauncherSessionListener {

    private static final YooKassaContract YOOKASSA = new YooKassaContract();
    private static final Object LOCK = new Object();
    private static Simulators lab;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        lab();
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        synchronized (LOCK) {
            if (lab != null) {
                lab.close();
                lab = null;
            }
        }
    }

    public static Simulators lab() {
        synchronized (LOCK) {
            if (lab == null) {
                lab = Simulators.start(
                        SimulatorSettings.quick(Duration.ofMillis(2_500), Duration.ofSeconds(3)), YOOKASSA);
                System.setProperty("FREESPORT_YOOKASSA_URL", "http://localhost:" + lab.httpPort() + "/yookassa");
            }
            return lab;
        }
    }

    public static YooKassaContract yookassaContract() {
        return YOOKASSA;
    }
}
