# `light` plus PyTorch for NVIDIA GPUs: PyPI's CUDA build, pinned by hash, which brings CUDA with it. The driver comes from the
# host, at run time. Without a device it computes on processors. Built only when something asks for it.
ARG BASE=holdout/light:latest
FROM ${BASE} AS packages
# The host's settings for its package index stay in this stage, which the build removes.
LABEL dev.holdout.stage=packages
USER 0:0
RUN export DEBIAN_FRONTEND=noninteractive \
 && apt-get -o Acquire::Languages=none -o Acquire::Retries=3 update -q \
 && apt-get -o Acquire::Retries=3 install -qy --no-install-recommends python3-pip
COPY host /host
COPY torch-cuda.txt /
RUN PIP_CONFIG_FILE=/host/pip.conf python3 -m pip install --no-cache-dir --no-compile --no-deps --only-binary :all: \
      --require-hashes --target /packages -r /torch-cuda.txt

FROM ${BASE}
USER 0:0
RUN export DEBIAN_FRONTEND=noninteractive \
 && printf '#!/bin/sh\nexit 0\n' > /usr/local/bin/py3compile && chmod +x /usr/local/bin/py3compile \
 && apt-get -o Acquire::Languages=none -o Acquire::Retries=3 update -q \
 && apt-get -o Acquire::Retries=3 -o DPkg::Path=/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
      install -qy --no-install-recommends python3-onnx python3-onnxruntime python3-pil python3-sympy python3-networkx \
      python3-jinja2 python3-fsspec python3-filelock python3-typing-extensions python3-setuptools \
 && rm -rf /usr/local/bin/py3compile /var/lib/apt/lists/* /var/cache/apt/* /var/log/* \
 && dpkg-query -W -f '${Package} ${Version}\n' > /opt/holdout/packages.txt
COPY --from=packages /packages /usr/local/lib/python3.13/dist-packages
COPY torch-cuda.txt /opt/holdout/
# A file that cannot be compiled ahead is not imported either: some packages carry templates that only look like Python.
RUN (python3 -m compileall -q -j 0 /usr/lib/python3/dist-packages /usr/local/lib/python3.13/dist-packages > /dev/null || true) \
 && sed -n 's/^\([a-z0-9-]*\)==\([^ ]*\) .*/\1 \2/p' /opt/holdout/torch-cuda.txt >> /opt/holdout/packages.txt
USER 10001:10001
CMD ["numpy", "pandas", "torch", "torch.utils.data", "torchvision"]
