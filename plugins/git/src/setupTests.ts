import '@squadron/test-portal/setupTests';
