package org.ronron.practice.clusters;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A machine, as {@code GET /v1/nodes?resources=true} of Nomad 1.6 tells it.
 *
 * @param json its row
 */
record FakeMachine(String id, String name, String zone, String address, Kind kind, String json) {
    /** MB and MHz that its agent keeps for the machine itself. */
    static final int KEPT_MEMORY = 1024;

    static final int KEPT_CPU = 500;

    private static final String DRIVERS =
            "{\"docker\":{\"Attributes\":{\"driver.docker\":\"true\",\"driver.docker.version\":\"24.0.7\","
                    + "\"driver.docker.runtimes\":\"io.containerd.runc.v2,runc\","
                    + "\"driver.docker.os_type\":\"linux\",\"driver.docker.bridge_ip\":\"172.17.0.1\","
                    + "\"driver.docker.volumes.enabled\":\"true\"},\"Detected\":true,\"Healthy\":true,"
                    + "\"HealthDescription\":\"Healthy\",\"UpdateTime\":\"%1$s\"},"
                    + "\"exec\":{\"Attributes\":{\"driver.exec\":\"true\"},\"Detected\":true,"
                    + "\"Healthy\":true,\"HealthDescription\":\"Healthy\",\"UpdateTime\":\"%1$s\"},"
                    + "\"raw_exec\":%2$s,\"java\":%2$s,\"qemu\":%2$s}";

    private static final String NO_DRIVER =
            "{\"Attributes\":null,\"Detected\":false,\"Healthy\":false,\"HealthDescription\":\"\","
                    + "\"UpdateTime\":\"%s\"}";

    private static final String DATA =
            "{\"data\":{\"Name\":\"data\",\"Path\":\"/srv/data\",\"ReadOnly\":false}}";

    private static final String NETWORKS =
            "\"NodeNetworks\":[{\"Mode\":\"bridge\",\"Device\":\"\",\"MacAddress\":\"\",\"Speed\":0,"
                    + "\"Addresses\":null},{\"Mode\":\"host\",\"Device\":\"eth0\",\"MacAddress\":\"%2$s\","
                    + "\"Speed\":1000,\"Addresses\":[{\"Family\":\"ipv4\",\"Alias\":\"default\","
                    + "\"Address\":\"%1$s\",\"ReservedPorts\":\"\",\"Gateway\":\"\"}]}],"
                    + "\"Networks\":[{\"Mode\":\"host\",\"Device\":\"eth0\",\"CIDR\":\"%1$s/32\","
                    + "\"IP\":\"%1$s\",\"MBits\":1000,\"DNS\":null,\"ReservedPorts\":null,"
                    + "\"DynamicPorts\":null}],\"MinDynamicPort\":20000,\"MaxDynamicPort\":32000}";

    private static final String KEPT =
            "{\"Cpu\":{\"CpuShares\":500,\"ReservedCpuCores\":null},\"Memory\":{\"MemoryMB\":1024},"
                    + "\"Disk\":{\"DiskMB\":10240},\"Networks\":{\"ReservedHostPorts\":\"22\"}}";

    /**
     * The next one.
     *
     * @param zone its number, from 0
     * @param number in its zone, from 0
     */
    static FakeMachine draw(Draws draws, Kind[] kinds, int zone, int number) {
        Kind kind = draws.pick(kinds);
        String time = draws.time(Draws.NOW - draws.below(4_000_000));
        String address = "10." + (zone + 1) + "." + (number >> 8) + "." + ((number & 255) + 1);
        double luck = draws.part();
        boolean draining = luck < 0.015;
        boolean eligible = luck >= 0.035;
        long made = draws.next();
        String mac = "52:54:00:" + draws.hex(2) + ":" + draws.hex(2) + ":" + draws.hex(2);
        String id = draws.uuid();
        String city = Words.CITIES[zone];
        String number3 = "%03d".formatted(number + 1);
        String name = city + "-" + kind.word() + "-" + number3;
        String version = draws.luck(0.9) ? "1.6.8" : "1.6.6";
        String cores =
                IntStream.range(0, kind.cores)
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining(","));
        String json =
                "{\"Address\":\""
                        + address
                        + "\",\"ID\":\""
                        + id
                        + "\",\"Datacenter\":\""
                        + city
                        + "\",\"Name\":\""
                        + name
                        + "\",\"NodePool\":\""
                        + kind.pool
                        + "\",\"NodeClass\":\""
                        + kind.word()
                        + "\",\"Version\":\""
                        + version
                        + "\",\"Drain\":"
                        + draining
                        + ",\"SchedulingEligibility\":\""
                        + (eligible ? "eligible" : "ineligible")
                        + "\",\"Status\":\"ready\",\"StatusDescription\":\"\",\"Drivers\":"
                        + DRIVERS.formatted(time, NO_DRIVER.formatted(time))
                        + ",\"HostVolumes\":"
                        + (kind == Kind.STORAGE ? DATA : "{}")
                        + ",\"NodeResources\":{\"Cpu\":{\"CpuShares\":"
                        + kind.cpu()
                        + ",\"TotalCpuCores\":"
                        + kind.cores
                        + ",\"ReservableCpuCores\":["
                        + cores
                        + "]},\"Memory\":{\"MemoryMB\":"
                        + kind.memory
                        + "},\"Disk\":{\"DiskMB\":"
                        + kind.disk
                        + "},\"Devices\":null,"
                        + NETWORKS.formatted(address, mac)
                        + ",\"ReservedResources\":"
                        + KEPT
                        + ",\"LastDrain\":null,\"CreateIndex\":"
                        + made
                        + ",\"ModifyIndex\":"
                        + (made + 40 + draws.below(5000))
                        + "}";
        return new FakeMachine(id, name, city, address, kind, json);
    }
}
