package io.dualsight.agent;

import io.dualsight.contract.NetworkInterface;
import java.io.IOException;
import java.nio.file.Path;

/** Prints the addresses of a lab host as the proc files and the JDK have them. */
final class LabFallback {

    private LabFallback() {}

    public static void main(String... words) throws IOException {
        for (NetworkInterface each : new ProcAddresses(new HostFiles(Path.of("/")), new JdkLinks()).read()) {
            each.addresses().forEach(address -> System.out.println(each.name() + " " + address.cidr()));
        }
    }
}
