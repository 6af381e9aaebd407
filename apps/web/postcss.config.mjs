const config = {
  plugins: {
    'postcss-preset-mantine': {},
    'postcss-simple-vars': {
      variables: {
        phone: '36em',
        tablet: '48em',
        rail: '60em',
        wide: '75em',
      },
    },
  },
};

export default config;
